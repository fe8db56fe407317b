"""The command line: what each command takes, and which module does it.

Names and exit codes are a contract that tests, workflows and people rely on; CONTRIBUTING.md lists them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from failures import Failure


class _Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in Chinese."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"命令写得不对：{message}。运行 python3 scripts --help 看用法。\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python3 scripts", description="客户服务管理开放课程：预览、构建、检查、测试。")
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, parser_class=_Parser)

    serve = commands.add_parser("serve", help="在本机预览，边改边看")
    serve.add_argument("--port", type=_port, default=None, help="端口，默认从 8000 起找一个空的")

    commands.add_parser("build", help="把网站构建到 site/，有任何警告就算失败")

    check = commands.add_parser("check", help="检查文字、题目、答案表、考点大纲、图、链接和构建出来的网站")
    check.add_argument("files", nargs="*", metavar="文件", help="只查这几个源文件，几秒钟就好；不写就全部检查")
    check.add_argument("--format", choices=("text", "github", "json"), default="text", help="输出格式")
    check.add_argument(
        "--only", metavar="类", action="append", help="只查一类：links、quizzes、key、syllabus、figures、text、site"
    )

    check.add_argument("--external", action="store_true", help="也打开每一个外部链接（要联网，慢）")
    check.add_argument("--memory", type=Path, metavar="文件", help="配合 --external：记下哪些链接打不开，下次对照")
    check.add_argument("--save", type=Path, metavar="文件", help="把结果另存一份 JSON")
    check.add_argument("--fix", action="store_true", help="先改好能自动改的标点、空格和看不见的字符，再检查")

    commands.add_parser("test", help="运行全部测试，包括真实浏览器里的测试")

    key = commands.add_parser("key", help="查看或确认改动过的答案")
    key.add_argument("--accept", nargs="+", metavar="题号", default=[], help="确认这些题目的答案")
    key.add_argument("--accept-all", action="store_true", help="确认全部改动")
    key.add_argument("--why", metavar="理由", help="改答案的理由，会写进答案表")

    changes = commands.add_parser("changes", help="和以前的版本比，改了什么：题目、答案、考点、地址")
    changes.add_argument("--base", metavar="版本", required=True, help="和哪一版比：分支名、标签或提交号")
    formats = ("text", "markdown", "json", "chapters")
    changes.add_argument("--format", choices=formats, default="text", help="输出格式；chapters 只列出改过的章")

    report = commands.add_parser("report", help="把一次检查的结果写成一段话（拉取请求的工作流用）")
    report.add_argument("folder", type=Path, metavar="文件夹", help="检查留下的文件，也可以是它们的 zip")
    report.add_argument("--server", metavar="网址", default="https://github.com", help="代码托管的网址")
    report.add_argument("--repository", metavar="仓库", required=True, help="改动来自哪个仓库：所有者/名字")
    report.add_argument("--branch", metavar="分支", required=True, help="改动在哪个分支")
    report.add_argument("--commit", metavar="提交", required=True, help="改动的最后一次提交")
    report.add_argument("--run", metavar="网址", required=True, help="这次检查的页面")
    report.add_argument("--passed", action="store_true", help="每一步都通过了")
    _add_new(commands.add_parser("new", help="写一章或一道题的模板"))

    pdf = commands.add_parser("pdf", help="把章、部分或全书排成 PDF，放在 dist/pdf/；不写参数就全部排一遍")
    pdf.add_argument("chapters", nargs="*", metavar="章", help="章的序号或英文名，可以写几个")
    pdf.add_argument("--part", metavar="部分", action="append", help="一个部分，写英文名或名称，可以写多次")
    pdf.add_argument("--book", action="store_true", help="全书")
    pdf.add_argument(
        "--edition",
        choices=("reader", "paper", "key"),
        action="append",
        help="只排一种：reader 讲义、paper 试卷、key 答案与解析，可以写多次",
    )
    pdf.add_argument("--size", choices=("a4", "a5"), help="纸张，默认 a4；a5 适合平板电脑")

    commands.add_parser("epub", help="把全书做成手机上看的电子书 dist/epub/book.epub")
    return parser


def _add_new(new: argparse.ArgumentParser) -> None:
    kinds = new.add_subparsers(dest="what", metavar="章还是题", required=True, parser_class=_Parser)

    chapter = kinds.add_parser("chapter", help="新的一章：正文文件、考点大纲和目录里的条目")
    chapter.add_argument("slug", metavar="章名", help="英文的文件名，例如 after-sales")
    chapter.add_argument("--part", metavar="部分", help="放在哪一部分，写文件夹名或中文名")
    chapter.add_argument("--title", metavar="标题", help="中文标题")

    question = kinds.add_parser("question", help="新的一道题，放在讲它的那一节后面")
    question.add_argument("chapter", metavar="章", help="章名或章的序号，例如 loyalty 或 14")
    question.add_argument("--kind", metavar="题型", help="单选、多选、判断、填空、名词解释、简答、论述、案例；默认单选")
    question.add_argument("--point", metavar="考点", help="考点编号；默认选题目最少的一个")
    question.add_argument("--after", metavar="小节", help="放在这一节的末尾，写标题的编号，例如 chapter-test")
    question.add_argument("--print", action="store_true", help="只把模板打印出来，不写进文件")


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"端口要写 1 到 65535 之间的整数，不能是 {text}")
    return int(text)


def run(arguments: list[str]) -> int:
    """Run the command that `arguments` name and return its exit status."""
    parser = _parser()
    if not arguments:
        parser.print_help()
        return 2
    options = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = import_module(f"commands.{options.command}").run
    try:
        return command(options)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return failure.status
