from django.urls.resolvers import URLPattern

app_name = "applications"
urlpatterns: list[URLPattern] = []
