"""The desk: a local web app where people read stories and correct the machine, and its JSON interface.

verbs    what can be done, as functions on a database: the same that the interface offers
reading  the process that reads articles in the background
api      the interface: one list of operations, from which the routes and the OpenAPI description are made
pages    the pages a person sees: the list of stories, and the report with judgements
guard    what every request passes: host, origin, size, time; and the headers of every answer
app      all of it as one ASGI application;  server  that application on a port of this machine
"""

from __future__ import annotations

from rashomon.present.desk.app import app
from rashomon.present.desk.server import serve

__all__ = ["app", "serve"]
