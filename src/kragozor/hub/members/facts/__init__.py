"""What is asked about an organisation, wherever it is asked.

The same facts are given by an applicant, a row of an import, a card of the pipeline and an
owner: one abstract model, one reading of what people write, one set of form fields.
"""
