"""A mail server for tests: takes mails over SMTP and writes down what it got.

    python sink.py FOLDER [PORT]

Listens on that port of this machine, or a free one, prints the port on a line of its own, and
ends when its input ends. Each mail taken becomes FOLDER/NUMBER.json: the envelope,
the lines of RCPT as they came over the wire, and subject, names, headers and text
as Python's email package decodes them.

A recipient decides about its own fate by its local part: `answer-451@…` is
answered 451, `answer-550@…` 550, and so on; `data-421@…` is answered 421 when the
mail itself has arrived.

Or else FOLDER/fates decides, a line for each mail that comes, until no line is left:
`rcpt-451` and `data-421` answer with that code; `lost` takes the mail and cuts the
connection before the answer; `silent` takes nothing and never answers; `drip` takes
nothing and answers a little every moment, without end; `late` takes the mail and
answers after a moment; `take` takes it.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    """Writes mails into a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        told = re.match(r"answer-(\d{3})@", address)
        if told:
            return f"{told[1]} <{address}> as you asked"
        envelope.fate = self.next_fate()
        told = re.match(r"rcpt-(\d{3})", envelope.fate)
        if told:
            return f"{told[1]} as you asked"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def next_fate(self):
        """Takes the first line off the list of fates."""
        fates = self.folder / "fates"
        lines = fates.read_text().split() if fates.exists() else []
        fates.write_text("\n".join(lines[1:]))
        return lines[0] if lines else "take"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            told = re.match(r"data-(\d{3})@", address)
            if told:
                return f"{told[1]} as you asked"
        told = re.match(r"data-(\d{3})", envelope.fate)
        if told:
            return f"{told[1]} as you asked"
        if envelope.fate == "silent":
            await asyncio.Event().wait()
        if envelope.fate == "drip":
            while not server.transport.is_closing():
                server.transport.write(b"250-\r\n")
                await asyncio.sleep(0.05)
        self.taken += 1
        part = self.folder / f"{self.taken}.part"
        part.write_text(json.dumps(described(server, session, envelope)), encoding="utf-8")
        part.rename(self.folder / f"{self.taken}.json")
        if envelope.fate == "lost":
            server.transport.abort()
        if envelope.fate == "late":
            await asyncio.sleep(0.3)
        return "250 taken"


class Listener(SMTP):
    """Keeps the lines of RCPT as they came."""

    rcpt_lines = ()

    async def smtp_MAIL(self, arg):
        self.rcpt_lines = ()
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        self.rcpt_lines += (arg,)
        await super().smtp_RCPT(arg)


def people(header):
    """Name and address of everybody in a header."""
    return [[person.display_name, person.addr_spec] for person in header.addresses]


def described(server, session, envelope):
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    return {
        "hello": session.host_name,
        "protected": session.ssl is not None,
        "mail_from": envelope.mail_from,
        "rcpt_to": envelope.rcpt_tos,
        "rcpt_lines": server.rcpt_lines,
        "seven_bit": envelope.content.isascii(),
        "from": people(mail["From"]),
        "to": people(mail["To"]),
        "subject": str(mail["Subject"]),
        "defects": [str(defect) for defect in mail.defects],
        "headers": {name: str(value) for name, value in mail.items()},
        "type": mail.get_content_type(),
        "charset": mail.get_content_charset(),
        "text": mail.get_content().replace("\r\n", "\n"),
    }


def known(server, session, envelope, mechanism, login):
    right = login.login == b"shinsei" and login.password == b"correct horse"
    return AuthResult(success=right, handled=False)


def protection(folder):
    """What a server needs that insists on TLS and a password, if it is to."""
    if not (folder / "cert.pem").exists():
        return {}
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return {
        "tls_context": context,
        "require_starttls": True,
        "auth_required": True,
        "authenticator": known,
    }


async def main():
    loop = asyncio.get_running_loop()
    folder = pathlib.Path(sys.argv[1])
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    sink, protected = Sink(folder), protection(folder)
    server = await loop.create_server(
        lambda: Listener(sink, loop=loop, **protected), "127.0.0.1", port
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
