"""What the README of an archive says, in Chinese and English. It is a file, not a window."""

from annotator import __version__

_ZH = """# {title}

这是用 annotator {version} 标注的课题的完整存档。所有文件都是 UTF-8 文本，不需要任何程序即可阅读。

{texts}
- `scheme/`：标签体系的每一个版本（JSON）及其标注指南（Markdown）。
- `lexicon.csv`、`patterns.toml`、`programmes.csv`：词表、规则、政策项目库。
- `pages.csv`：每个版面的编号、SHA-256、文件名和已知信息。
- `annotators.csv`、`assignments.csv`、`rounds.csv`：标注人、任务（谁、哪篇、哪一轮、有无预标）、轮次。
- `rulings.csv`：疑难表，即对存疑之处的答复。`agreement.json`（两人以上读完同一篇时）：一致性数字及区间。
- `versions.json`、`command.txt`：程序和库的版本，以及生成存档的命令。
- `SHA256SUMS`：核对用，运行 `sha256sum -c SHA256SUMS`。

所有位置按 Unicode 码位从 0 计，含首不含尾，指文章原文。`segments` 每项为
`[文章内起点, 版面内起点, 长度]`：版面位置 = 版面内起点 + (位置 − 文章内起点)。

判定按 `id` 排序；同一 `target` 以最后一条有效判定为准；被有效的 `retract` 在 `retracts`
中指名的判定无效。`finish` 表示读完：未标之处即无提及；未完成者则未知。

许可：尚未填写，由作者选定。报纸原文的版权归其权利人所有。
"""
_ZH_WITH = "- `ledger.jsonl`：每行一篇文章，含原文、全部标注、全部候选、全部判定。\n- `pages/`：各版面的原文。"
_ZH_WITHOUT = (
    "- `mentions.jsonl`：不含原文的标注（位置、散列和提及本身）；有原文者可运行 `annotator rehydrate`。\n"
    "- `decisions.jsonl`：每篇文章的候选和判定。"
)

_EN = """# {title}

The whole of a study annotated with annotator {version}. All files are UTF-8 text and need no program to be read.

{texts}
- `scheme/`: every version of the label scheme (JSON) and its guideline (Markdown).
- `lexicon.csv`, `patterns.toml`, `programmes.csv`: the lexicon, the rules, the register of programmes.
- `pages.csv`: number, SHA-256, file names and what else is known of each page.
- `annotators.csv`, `assignments.csv`, `rounds.csv`: who read which article, in which round, with candidates (`shown`) or `blind`.
- `rulings.csv`: answers to what was doubtful. `agreement.json`, where two people finished the same articles: agreement with intervals.
- `versions.json`, `command.txt`: versions of the program and libraries, and the command that made this.
- `SHA256SUMS`: to check it all, run `sha256sum -c SHA256SUMS`.

Offsets are Unicode code points of the article's untouched text, from 0, the end excluded. Each of `segments` is
`[article_start, page_start, length]`: page offset = page_start + (offset - article_start).

Decisions are sorted by `id`. For each `target` the last live decision counts; one that a live `retract` names in `retracts` is not live.
`finish` says that somebody read the article to its end: what they did not mark is no mention. Of others it is unknown.

Licence: not stated yet; it is for the author to choose. The newspapers' texts belong to their owners.
"""
_EN_WITH = (
    "- `ledger.jsonl`: an article a line, with its text, all marks, all candidates, all decisions.\n- `pages/`: the texts of the pages."
)
_EN_WITHOUT = (
    "- `mentions.jsonl`: the mentions without the texts (offsets, hashes, the mentions themselves); with your own copies of the texts run\n"
    "  `annotator rehydrate`.\n- `decisions.jsonl`: the candidates and decisions of each article."
)


def readme(title: str, language: str, *, with_text: bool) -> str:
    """Return the README in `language` (`zh` or `en`)."""
    words, whole, bare = (_ZH, _ZH_WITH, _ZH_WITHOUT) if language == "zh" else (_EN, _EN_WITH, _EN_WITHOUT)
    return words.format(title=" ".join(title.split()), version=__version__, texts=whole if with_text else bare)
