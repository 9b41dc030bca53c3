"""Lets the database itself refuse a change or a removal of what was written."""

from django.db import migrations

from dondoc.audit.triggers import install, remove


def forwards(apps, schema_editor):
    install(schema_editor.connection)


def backwards(apps, schema_editor):
    remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
