#!/usr/bin/env python3
"""Circles between the modules of our crates: none is allowed.

A module uses another when its text names something that the other defines, through `use` or by a
path; what is re-exported counts for where it is defined. That a parent declares and re-exports its
children is no use of them. Looked for twice: between modules, and between the folders (or files) that
stand in one folder, whatever part of them uses the other. Tests are left out: they look at everything.

`circles.py` prints each circle and fails if there is any. `circles.py --self-test` tries the check on itself.
"""

import re
import sys
from pathlib import Path

CRATES = {
    "rules": "rules/src", "photo_check": "rules/photo_check/src", "app": "app/src",
    "server": "server/src", "frontend": "frontend/src", "qr": "frontend/qr/src",
    "photo": "frontend/photo/src",
}

BLANK = re.compile(
    r"""//[^\n]*|/\*.*?\*/|r(\#*)".*?"\1|b?"(?:\\.|[^"\\])*"|b?'(?:\\.[^']*|[^'\\])'""", re.S)
ITEM = re.compile(
    r"^\s*(?:pub(?:\([^)]*\))?\s+)?(?:default\s+)?(?:const\s+)?(?:async\s+)?(?:unsafe\s+)?"
    r"(?:struct|enum|union|trait|type|fn|const|static|mod|macro_rules!)\s+(?:mut\s+)?([A-Za-z_]\w*)", re.M)
MOD = re.compile(r"((?:#\[[^\]]*\]\s*)*)(?:pub(?:\([^)]*\))?\s+)?mod\s+(\w+)\s*;")
TESTS = re.compile(r"#\[cfg\((?:any\()?test\b[^\]]*\]\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?mod\s+\w+\s*\{")
USE = re.compile(r"(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);")
PATH = re.compile(r"\b(?:crate|super|self)(?:::\w+)+")


def without_blocks(text, opening):
    """The text without blocks in braces that begin as the pattern says."""
    while found := opening.search(text):
        depth, end = 1, found.end()
        while end < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        text = text[:found.start()] + text[end:]
    return text


def leaves(tree, prefix=()):
    """Each path of a use tree, with the name that it has here."""
    tree = tree.strip()
    if brace := re.match(r"((?:\w+::)*)\{(.*)\}$", tree, re.S):
        prefix += tuple(part for part in brace.group(1).split("::") if part)
        depth, begin, inner = 0, 0, brace.group(2)
        for at, char in enumerate(inner + ","):
            depth += {"{": 1, "}": -1}.get(char, 0)
            if char == "," and depth == 0:
                if inner[begin:at].strip():
                    yield from leaves(inner[begin:at], prefix)
                begin = at + 1
        return
    path, _, name = tree.partition(" as ")
    parts = prefix + tuple(part.strip() for part in path.split("::") if part.strip())
    if parts[-1] == "self":
        parts = parts[:-1]
    yield parts, (name.strip() or parts[-1])


class Module:
    def __init__(self, path, text, is_root):
        self.path, self.is_root = path, is_root
        text = BLANK.sub(lambda found: '""' if found.group()[-1:] == '"' else " ", text)
        self.children = [(name, "test" in attributes) for attributes, name in MOD.findall(text)]
        text = without_blocks(text, TESTS)
        text = re.sub(r"#\[cfg\(test\)\]\s*use[^;]*;", "", text)
        self.uses = [(bool(public), *leaf) for public, tree in USE.findall(text) for leaf in leaves(tree)]
        rest = USE.sub("", text)
        self.defines = set(ITEM.findall(rest))
        self.paths = {tuple(found.split("::")) for found in PATH.findall(rest)}
        self.words = set(re.findall(r"\w+", MOD.sub("", rest)))


class Crate:
    def __init__(self, read):
        """`read(path)` gives the text of a module's file by the module's path, or None."""
        self.modules = {}
        self.add((), read)

    def add(self, path, read):
        text = read(path)
        if text is None:
            return
        module = self.modules[path] = Module(path, text, not path)
        for name, is_test in module.children:
            if not is_test:
                self.add(path + (name,), read)

    def absolute(self, at, parts):
        """Where a path begins, from the root; none for one of another crate."""
        first = parts[0]
        if first == "crate":
            return (), parts[1:]
        if first == "self":
            return at, parts[1:]
        if first == "super":
            at = at[:-1]
            parts = parts[1:]
            while parts and parts[0] == "super":
                at, parts = at[:-1], parts[1:]
            return at, parts
        if at + (first,) in self.modules:
            return at, parts
        return None

    def defined(self, at, parts, seen=frozenset()):
        """The module that defines what a path names, seen from the module at its beginning."""
        while parts and at + (parts[0],) in self.modules:
            at, parts = at + (parts[0],), parts[1:]
        module = self.modules.get(at)
        if not parts or module is None or (at, parts[0]) in seen:
            return at
        name, seen = parts[0], seen | {(at, parts[0])}
        if name in module.defines:
            return at
        globs = []
        for _, path, known_as in module.uses:
            begin = self.absolute(at, path)
            if known_as == name:
                return None if begin is None else self.defined(begin[0], begin[1] + parts[1:], seen)
            if known_as == "*" and begin is not None:
                globs.append((begin[0], begin[1][:-1]))
        for start, path in globs:
            within = self.defined(start, path, seen)
            if within in self.modules and name in self.modules[within].defines:
                return within
        return at

    def edges(self):
        for at, module in self.modules.items():
            # What is re-exported is used only where the text names it again.
            named = [parts for public, parts, name in module.uses if not public or name in module.words]
            for parts in [*named, *module.paths]:
                begin = self.absolute(at, parts)
                if begin is None:
                    continue
                start, rest = begin
                target = self.defined(start, tuple(part for part in rest if part != "*"))
                # What merely names the parent's folder names nothing in the parent's file.
                if target is not None and target != at and target in self.modules:
                    yield at, target


def circles(edges):
    """The strongly connected parts with more than one node (Tarjan)."""
    graph = {}
    for begin, end in edges:
        graph.setdefault(begin, set()).add(end)
        graph.setdefault(end, set())
    numbers, low, stack, found = {}, {}, [], []

    def visit(node):
        numbers[node] = low[node] = len(numbers)
        stack.append(node)
        for after in sorted(graph[node]):
            if after not in numbers:
                visit(after)
                low[node] = min(low[node], low[after])
            elif after in stack:
                low[node] = min(low[node], numbers[after])
        if low[node] == numbers[node]:
            part = []
            while True:
                part.append(stack.pop())
                if part[-1] == node:
                    break
            if len(part) > 1:
                found.append(sorted(part))

    sys.setrecursionlimit(10_000)
    for node in sorted(graph):
        if node not in numbers:
            visit(node)
    return found


def told(crate, edges):
    """Each circle, in words."""
    edges = set(edges)
    show = lambda path: "::".join((crate, *path))
    for part in circles(edges):
        yield " <-> ".join(map(show, part))
    folders = {path[:depth] for path, _ in edges for depth in range(len(path))}
    for folder in sorted(folders):
        depth = len(folder)
        among = {
            (begin[:depth + 1], end[:depth + 1]) for begin, end in edges
            if begin[:depth] == folder == end[:depth] and len(begin) > depth < len(end)
        }
        for part in circles((begin, end) for begin, end in among if begin != end):
            yield f"in {show(folder)}: " + " <-> ".join(path[-1] for path in part)


def reader(root):
    def read(path):
        if not path:
            names = ["lib.rs", "main.rs"]
        else:
            names = ["/".join(path) + ".rs", "/".join(path) + "/mod.rs"]
        for name in names:
            if (root / name).is_file():
                return (root / name).read_text()
        return None
    return read


def self_test():
    def of(files):
        crate = Crate(lambda path: files.get("/".join(path)))
        return list(told("c", crate.edges()))

    assert of({"": "mod a; mod b;", "a": "use crate::b::B; pub struct A;", "b": "pub struct B;"}) == []
    both = {"": "mod a; mod b; pub use a::A; pub use b::B;", "a": "use crate::B; pub struct A;",
            "b": "fn f() { crate::A } pub struct B;"}
    assert of(both) == ["c::a <-> c::b", "in c: a <-> b"], of(both)
    parent = {"": "mod a;", "a": "mod b; use b::B; pub struct A;", "a/b": "use super::A; pub struct B;"}
    assert of(parent) == ["c::a <-> c::a::b"], of(parent)
    both_ways = {"": "mod a;", "a": "mod b; pub use b::B; fn f(_: B) {} pub struct A;", "a/b": parent["a/b"]}
    assert of(both_ways) == ["c::a <-> c::a::b"], of(both_ways)
    declared = {"": "mod a;", "a": "mod b; pub use b::B; pub struct A;", "a/b": "use super::A; pub struct B;"}
    assert of(declared) == []
    folders = {"": "mod a; mod b;", "a": "mod x; mod y;", "b": "mod x; mod y;", "a/x": "use crate::b::x::B;",
               "a/y": "pub struct A;", "b/x": "pub struct B;", "b/y": "use crate::{a::{y::A}, b};"}
    assert of(folders) == ["in c: a <-> b"], of(folders)
    tests = {"": "mod a; mod b;", "a": "pub struct A; #[cfg(test)] mod tests { use crate::b::B; }",
             "b": "use crate::a::A; // crate::a\n pub struct B; #[cfg(test)] mod t;", "b/t": "use crate::a::A;"}
    assert of(tests) == [], of(tests)


def main():
    self_test()
    if sys.argv[1:] == ["--self-test"]:
        return
    root = Path(__file__).resolve().parent.parent
    found = set()
    for crate, folder in CRATES.items():
        found.update(told(crate, Crate(reader(root / folder)).edges()))
    for circle in sorted(found):
        print(f"circle: {circle}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
