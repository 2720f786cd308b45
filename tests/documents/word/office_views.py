"""Runs under the Python of the system, which has UNO: opens Word files in LibreOffice and tells what a reader sees.

Standard input: JSON, a list of [path, action] with action "open", "accept" or "reject". Output: JSON, a list of views;
a view is a list of [style, list label, level, text], one for each paragraph, tables, boxes, notes and headers included.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def paragraphs(text):
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        part = walk.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            known = part.PropertySetInfo
            names = ("ParaStyleName", "ListLabelString", "NumberingLevel")
            # Paragraphs of drawn shapes have no styles.
            yield [*(part.getPropertyValue(n) if known.hasPropertyByName(n) else "" for n in names), part.getString()]
        elif part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                yield from paragraphs(part.getCellByName(name))


def view(document):
    found = list(paragraphs(document.Text))
    for notes in (document.Footnotes, document.Endnotes):
        for index in range(notes.Count):
            found += paragraphs(notes.getByIndex(index))
    for index in range(document.DrawPage.Count):
        shape = document.DrawPage.getByIndex(index)
        if hasattr(shape, "createEnumeration"):
            found += paragraphs(shape)
    styles = document.StyleFamilies.getByName("PageStyles")
    for name in sorted(styles.ElementNames):
        style = styles.getByName(name)
        for kind in ("Header", "Footer"):
            if style.isInUse() and style.getPropertyValue(f"{kind}IsOn"):
                found += paragraphs(style.getPropertyValue(f"{kind}Text"))
    return found


def main():
    jobs, done = json.load(sys.stdin), False
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"jdrewrite{time.time_ns()}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--norestore",
                "--nologo",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            context = connected(pipe)
            manager = context.ServiceManager
            desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            views = []
            for number, (given, action) in enumerate(jobs):
                # LibreOffice puts a lock file beside what it opens: never beside the original.
                path = shutil.copy(given, f"{profile}/{number}.docx")
                document = desktop.loadComponentFromURL(
                    uno.systemPathToFileUrl(path), "_blank", 0, (prop("Hidden", True),)
                )
                if document is None:
                    sys.exit(f"LibreOffice cannot open {given}")
                if action in COMMANDS:
                    dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[action], "", 0, ())
                views.append(view(document))
                document.close(True)
            done = True
            json.dump(views, sys.stdout)
            # The bridge breaks when the office goes, which is what is asked.
            with contextlib.suppress(Exception):
                desktop.terminate()
        finally:
            try:
                office.wait(20 if done else 0)
            except subprocess.TimeoutExpired:
                os.killpg(office.pid, signal.SIGKILL)


main()
