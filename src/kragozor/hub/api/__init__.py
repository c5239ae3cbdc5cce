"""The hub for programs: one REST API, put together from what each app offers."""
