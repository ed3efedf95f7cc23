"""Does every test case run? CMake splits lists of names at semicolons, and not within square brackets, so that a name with one of these hides tests. A name that begins with a hyphen is taken for an option."""

import re

from repository import files, finish

cases = [(path, name) for path in files("tests") if path.suffix == ".cpp"
         for name in re.findall(r'TEST_CASE(?:_METHOD)?\((?:\w+, )?"((?:[^"\\]|\\.)*)"', path.read_text())]
problems = [f"{path.name}: the name '{name}' has a semicolon or a square bracket, or begins with a hyphen"
            for path, name in cases if re.search(r"^-|[\[\];]", name)]
finish(problems, f"{len(cases)} names of test cases")
