"""How a form looks: every field with its label, hint and error tied together."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Django's forms in this site's own markup, so that ``{{ form }}`` is all a page needs."""

    form_template_name = "common/forms/form.html"
    field_template_name = "common/forms/field.html"
