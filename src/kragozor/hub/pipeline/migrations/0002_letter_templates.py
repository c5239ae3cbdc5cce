from django.db import migrations

TEMPLATES = [
    {
        "name_bg": "Първо писмо",
        "name_en": "First contact",
        "subject_bg": "{organisation} и кръговата икономика: среща?",
        "subject_en": "{organisation} and the circular economy: shall we meet?",
        "body_bg": (
            "{greeting}\n\n"
            "пишем Ви от Съвета, който събира предприятия и научни организации, за да губят "
            "по-малко материали. Работим в три стълба: текстил, пластмаси и опаковки, аграрен "
            "сектор.\n\n"
            "Смятаме, че мястото на {organisation} е при нас: {pillars}. Членовете ни измерват "
            "кръговостта си по признати рамки, намират партньори за остатъците си и узнават "
            "навреме какво се променя в изискванията.\n\n"
            "Бихме искали да Ви разкажем повече за половин час, при Вас или по телефона. Кога Ви "
            "е удобно?\n\n"
            "С уважение,\n{sender}\n"
        ),
        "body_en": (
            "{greeting}\n\n"
            "we write to you from the Council that brings companies and research organisations "
            "together so that they lose less material. We work in three pillars: textiles; "
            "plastics and packaging; agriculture and food.\n\n"
            "We think that {organisation} would find its place with us: {pillars}. Our members "
            "measure their circularity by recognised frameworks, find partners for their "
            "residues, and hear in time of what changes in the requirements.\n\n"
            "We should like to tell you more in half an hour, at your place or by telephone. "
            "When would it suit you?\n\n"
            "Yours sincerely,\n{sender}\n"
        ),
    },
    {
        "name_bg": "Покана за кандидатстване",
        "name_en": "Invitation to apply",
        "subject_bg": "Покана за членство: {organisation}",
        "subject_en": "Invitation to membership: {organisation}",
        "body_bg": (
            "{greeting}\n\n"
            "благодарим Ви за разговора. Каним {organisation} да стане член на Съвета.\n\n"
            "Заявлението се попълва тук и отнема около четвърт час; можете да го запазите и да "
            "продължите по-късно:\n{join}\n\n"
            "Ще Ви трябват ЕИК, основната икономическа дейност и имената на хората, които ще Ви "
            "представляват. След като го изпратите, ще Ви отговорим с решение или с въпроси.\n\n"
            "С уважение,\n{sender}\n"
        ),
        "body_en": (
            "{greeting}\n\n"
            "thank you for the conversation. We invite {organisation} to become a member of the "
            "Council.\n\n"
            "The application is filled in here and takes about a quarter of an hour; you can "
            "save it and go on later:\n{join}\n\n"
            "You will need the ЕИК, the main economic activity and the names of the people who "
            "will represent you. Once you have sent it, we shall answer with a decision or with "
            "questions.\n\n"
            "Yours sincerely,\n{sender}\n"
        ),
    },
    {
        "name_bg": "Напомняне",
        "name_en": "Reminder",
        "subject_bg": "Да Ви помогнем ли със заявлението?",
        "subject_en": "May we help with the application?",
        "body_bg": (
            "{greeting}\n\n"
            "преди време поканихме {organisation} да стане член на Съвета и още нямаме заявление "
            "от Вас. Ако нещо в него не е ясно или Ви е нужно време, пишете ни: ще помогнем.\n\n"
            "Заявлението е тук:\n{join}\n\n"
            "Ако сте решили да не се присъединявате, кажете ни и това, за да не Ви безпокоим.\n\n"
            "С уважение,\n{sender}\n"
        ),
        "body_en": (
            "{greeting}\n\n"
            "some time ago we invited {organisation} to become a member of the Council, and we "
            "have no application from you yet. If something in it is not clear, or you need "
            "time, write to us: we shall help.\n\n"
            "The application is here:\n{join}\n\n"
            "If you have decided not to join, tell us that as well, so that we do not trouble "
            "you.\n\n"
            "Yours sincerely,\n{sender}\n"
        ),
    },
]


def sow(apps, schema_editor):
    templates = apps.get_model("pipeline", "LetterTemplate").objects
    templates.bulk_create(templates.model(**facts) for facts in TEMPLATES)


class Migration(migrations.Migration):
    dependencies = [("pipeline", "0001_foundation")]
    operations = [migrations.RunPython(sow, migrations.RunPython.noop)]
