"""Adds what the log is searched by; SQLite rebuilds the table for it, so the triggers are made anew."""

from django.db import migrations, models

from dondoc.audit.triggers import install, remove


def without_triggers(apps, schema_editor):
    remove(schema_editor.connection)


def with_triggers(apps, schema_editor):
    install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [
        migrations.RunPython(without_triggers, with_triggers),
        migrations.AddField("entry", "search", models.TextField(default="", editable=False)),
        migrations.RunPython(with_triggers, without_triggers),
    ]
