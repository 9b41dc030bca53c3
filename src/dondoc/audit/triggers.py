"""The triggers by which SQLite and PostgreSQL refuse to change or remove an entry of the audit log."""

from __future__ import annotations

from typing import Any

TABLE = "audit_entry"
NAMES = ("audit_entry_no_update", "audit_entry_no_delete")

_SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    for name, event in zip(NAMES, ("UPDATE", "DELETE"), strict=True)
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
    f"CREATE OR REPLACE TRIGGER {NAMES[0]} BEFORE UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()",
    f"CREATE OR REPLACE TRIGGER {NAMES[1]} BEFORE DELETE OR TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()",
]


def install(connection: Any) -> None:
    """Create the triggers on `connection`, a Django database connection; doing it twice is harmless."""
    with connection.cursor() as cursor:
        for statement in _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE:
            cursor.execute(statement)


def remove(connection: Any) -> None:
    """Drop the triggers: for a migration that must rebuild the table, and for emptying a test database."""
    with connection.cursor() as cursor:
        for name in NAMES:
            on = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
