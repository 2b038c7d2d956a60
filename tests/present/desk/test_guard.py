"""The guard of the desk, against a real server: hosts, origins, sizes, time, headers, for every operation."""

from __future__ import annotations

import json
import socket
from time import monotonic
from urllib.parse import urlsplit

import httpx2
import pytest

from rashomon.present.desk import guard
from rashomon.present.desk.api import OPERATIONS

GETS = ["/", "/stories/x", "/static/report/report.css", *(one.path for one in OPERATIONS if one.method == "GET")]
POSTS = [one.path for one in OPERATIONS if one.method == "POST"]


def path(template: str) -> str:
    """Give a path of its template."""
    return template.replace("{story}", "none")


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "", "[::1]:1", "a@127.0.0.1"]
)
def test_only_the_desk_s_own_names_are_answered(desk, method: str, host: str):
    """Whatever the method: another name, another port, no name."""
    answer = desk.client.request(method, "/api/stories", headers={"host": host})
    assert answer.status_code in (421, 400)
    assert "stories" not in answer.text or answer.json()["error"]["mend"]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_all_of_the_desk_s_own_names_are_answered(desk, name: str):
    """By number and by name."""
    assert desk.get("/api/stories", host=f"{name}:{urlsplit(desk.url).port}").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(desk, method: str):
    """There is nothing they do; least of all tell another site that it may write."""
    answer = desk.client.request(method, "/api/stories", headers={"origin": "http://evil.example"})
    assert answer.status_code in (400, 405)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("template", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_no_other_site_writes(desk, template: str, headers: dict[str, str]):
    """Neither by its origin nor by what the browser says of it."""
    answer = desk.post(path(template), {}, **headers)
    assert (answer.status_code, answer.json()["error"]["cause"]) == (403, "another site asked for it")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_forms_of_other_sites_do_not_write(desk, kind: str):
    """What a browser sends without asking first is not JSON."""
    answer = desk.client.post("/api/stories", content=b'{"title": "x"}', headers={"content-type": kind})
    assert answer.status_code == 415


def test_the_desk_s_own_pages_write(desk):
    """As a browser sends it from them; and a program that is none."""
    own = {"origin": desk.url, "sec-fetch-site": "same-origin"}
    assert desk.post("/api/stories", {"title": "x"}, **own).status_code == 201
    assert desk.post("/api/stories", {"title": "x"}).status_code == 201


@pytest.mark.parametrize("template", GETS)
def test_every_answer_carries_the_policy(desk, template: str):
    """No inline script, no frame, no sniffing, no referrer, nothing kept, whatever is asked and comes of it."""
    headers = desk.get(path(template)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_refusals_carry_the_policy_too(desk):
    """What is refused before anything is done."""
    answer = desk.get("/", host="evil.example")
    assert answer.status_code == 421
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_body_that_says_it_is_too_large_is_refused_at_once(desk):
    """Before it comes."""
    with socket.create_connection(("127.0.0.1", urlsplit(desk.url).port)) as line:
        line.sendall(
            b"POST /api/stories HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            % (urlsplit(desk.url).netloc.encode(), guard.LARGEST + 1)
        )
        line.settimeout(5)
        assert line.recv(64).startswith(b"HTTP/1.1 413")


def test_a_body_that_grows_too_large_is_refused(desk, monkeypatch: pytest.MonkeyPatch):
    """Where it comes in pieces and says nothing of its size."""
    monkeypatch.setattr(guard, "LARGEST", 100_000)
    pieces = (b"x" * 10_000 for _ in range(1000))
    try:
        answer = desk.client.post("/api/stories", content=pieces, headers={"content-type": "application/json"})
    except (httpx2.WriteError, httpx2.ReadError):  # the desk closed the line while it was still written to
        return
    assert answer.status_code == 413


def test_a_body_that_does_not_come_is_not_waited_for(desk, monkeypatch: pytest.MonkeyPatch):
    """After its time the line is closed, and others were answered meanwhile."""
    monkeypatch.setattr(guard, "SLOWEST", 0.5)
    started = monotonic()
    with socket.create_connection(("127.0.0.1", urlsplit(desk.url).port)) as line:
        line.sendall(
            b"POST /api/stories HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
            % urlsplit(desk.url).netloc.encode()
        )
        assert desk.get("/api/stories").status_code == 200
        line.settimeout(10)
        assert line.recv(64).startswith(b"HTTP/1.1 408")
    assert monotonic() - started < 5


def test_headers_without_end_are_refused(desk):
    """A single line of them may not fill the memory."""
    with socket.create_connection(("127.0.0.1", urlsplit(desk.url).port)) as line:
        line.settimeout(10)
        line.sendall(b"GET / HTTP/1.1\r\nX: ")
        try:
            for _ in range(40):
                line.sendall(b"x" * 10_000)
            answer = line.recv(64)
        except OSError:  # it closed the line
            return
    assert answer == b"" or b" 400 " in answer or b" 431 " in answer


def test_two_hosts_are_none(desk):
    """A request that names two is not for this desk."""
    with socket.create_connection(("127.0.0.1", urlsplit(desk.url).port)) as line:
        line.settimeout(10)
        own = urlsplit(desk.url).netloc.encode()
        line.sendall(b"GET /api/stories HTTP/1.1\r\nHost: %b\r\nHost: evil.example\r\nConnection: close\r\n\r\n" % own)
        assert line.recv(64).split()[1] in (b"400", b"421")


def test_the_desk_listens_on_this_machine_alone(desk):
    """Its address is the loopback."""
    from rashomon.present.desk.server import _listening

    with _listening(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_an_error_is_json_with_cause_and_mend(desk, monkeypatch: pytest.MonkeyPatch):
    """One that nobody foresaw too; what it was is said, nothing of where."""
    from rashomon import store

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("by hand")

    monkeypatch.setattr(store, "jobs", breaks)
    answer = desk.get("/api/stories/none/jobs")
    assert answer.status_code == 500
    assert json.loads(answer.text)["error"]["cause"] == "the desk broke: ZeroDivisionError('by hand')"
