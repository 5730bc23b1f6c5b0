"""Reads Word documents with LibreOffice, for tests that compare what others make of them. Run with the system's Python, which has `uno`.

    python3 read.py PORT PROFILE A.docx …

Starts one LibreOffice on the loopback interface and prints a line of JSON for each document: its text with every tracked change
accepted, and rejected (a list of paragraphs as [automatic number, text], tables cell by cell), and its comments as
[author, text that they stand on where all changes are rejected, what they say].
"""
import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, setting):
    prop = PropertyValue()
    prop.Name, prop.Value = name, setting
    return prop


def connect(port, profile):
    office = subprocess.Popen(
        [
            "/usr/lib/libreoffice/program/soffice.bin", "--headless", "--norestore", "--nologo", "--nodefault",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=socket,host=127.0.0.1,port={port};urp;",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    url = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    until = time.time() + 120
    while True:
        try:
            return office, resolver.resolve(url)
        except Exception:
            if time.time() > until or office.poll() not in (None, 81):
                raise
            time.sleep(0.2)


def paragraphs(text, found):
    items = text.createEnumeration()
    while items.hasMoreElements():
        item = items.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in sorted(item.CellNames, key=lambda n: (int("".join(c for c in n if c.isdigit()) or 0), n)):
                paragraphs(item.getCellByName(name), found)
        else:
            number = item.ListLabelString if item.NumberingIsNumber else ""
            found.append([number, item.String])


def everything(document):
    found = []
    paragraphs(document.Text, found)
    for i in range(document.TextFrames.Count):
        paragraphs(document.TextFrames.getByIndex(i), found)
    pages = document.StyleFamilies.getByName("PageStyles")
    for i in range(pages.Count):
        page = pages.getByIndex(i)
        if not page.isInUse():
            continue
        for shown, name in (("HeaderIsOn", "HeaderText"), ("FooterIsOn", "FooterText")):
            if getattr(page, shown):
                paragraphs(getattr(page, name), found)
    for notes in (document.Footnotes, document.Endnotes):
        for i in range(notes.Count):
            paragraphs(notes.getByIndex(i), found)
    return found


def comments(document):
    found = []
    fields = document.TextFields.createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            found.append([field.Author, field.Anchor.String, field.Content])
    return found


def main():
    port, profile, *paths = sys.argv[1:]
    office, context = connect(port, profile)
    create = lambda name: context.ServiceManager.createInstanceWithContext(name, context)
    desktop, dispatcher = create("com.sun.star.frame.Desktop"), create("com.sun.star.frame.DispatchHelper")

    def read(path, command):
        document = desktop.loadComponentFromURL(f"file://{os.path.abspath(path)}", "_blank", 0, (value("Hidden", True),))
        try:
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            return everything(document), comments(document)
        finally:
            document.close(True)

    try:
        for path in paths:
            accepted, _ = read(path, ".uno:AcceptAllTrackedChanges")
            rejected, told = read(path, ".uno:RejectAllTrackedChanges")
            print(json.dumps({"accepted": accepted, "rejected": rejected, "comments": told}), flush=True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            office.kill()


main()
