from django.urls.resolvers import URLPattern

app_name = "pipeline"
urlpatterns: list[URLPattern] = []
