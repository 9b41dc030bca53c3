"""How forms are written: label above, hint, control, error; the errors once more in a summary at the top."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Renders `{{ form }}` and `{{ field.as_field_group }}` with the house's templates."""

    form_template_name = "web/_form.html"
    field_template_name = "web/_field.html"
