"""Papers of the genre printed by several programs, each with what was typed into it."""
