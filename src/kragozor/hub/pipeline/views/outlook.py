"""How many members each pillar will have, and what that rests on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.pipeline.forecast import ENOUGH
from kragozor.hub.pipeline.forms import UntilForm
from kragozor.hub.pipeline.forms.outlook import usual_day
from kragozor.hub.pipeline.outlook import outlooks
from kragozor.hub.pipeline.picture import NARROW, outlook_picture


@for_council
@require_safe
def forecast_page(request: HttpRequest) -> HttpResponse:
    form = UntilForm(request.GET or None)
    until = form.cleaned_data["until"] if form.is_valid() else usual_day()
    pillars, passages = outlooks(until)
    facts = {
        "form": form,
        "until": until,
        "pillars": [
            (outlook, outlook_picture(outlook), outlook_picture(outlook, NARROW))
            for outlook in pillars
        ],
        "passages": passages,
        "enough": ENOUGH,
    }
    return render(request, "pipeline/forecast.html", facts)
