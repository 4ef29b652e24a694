"""Reading pages and finding near-duplicates, in CPU seconds: `python tests/benchmarks/bench_newsprint.py`.

Pages are cut from the sample pages at random places; paragraphs are drawn from their characters, a tenth of them an earlier one
changed in a character.
"""

import random
import time
from pathlib import Path

from annotator.newsprint import near_duplicates, read, with_paragraphs

PAGES = Path(__file__).resolve().parents[2] / "seeds" / "pages"
PARAGRAPHS = 100_000


def pages(count: int, characters: int, chance: random.Random) -> list[str]:
    """Return pages of about `characters` characters."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt"))]
    whole = "\n\n".join(texts * 2)
    return [whole[(at := chance.randrange(len(whole) - characters)) : at + characters] for _ in range(count)]


def paragraphs(chance: random.Random) -> list[str]:
    """Return many paragraphs of about 75 characters, some nearly alike."""
    characters = "".join(path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt"))).replace("\n", "")
    made: list[str] = []
    for _ in range(PARAGRAPHS):
        if made and chance.random() < 0.1:
            made.append(chance.choice(made)[:-1] + "。")
        else:
            made.append("".join(chance.choices(characters, k=75)))
    return made


def main() -> None:
    """Print the table."""
    chance = random.Random(1)
    made = pages(250, 4_000, chance)
    size = sum(len(page.encode()) for page in made) / 1e6
    for what, work in (("read", read), ("read, with paragraphs", lambda page: with_paragraphs(page, read(page)))):
        began = time.process_time()
        for page in made:
            work(page)
        spent = time.process_time() - began
        print(f"{what}: {len(made)} pages of 4,000 characters, {size / spent:.2f} MB/s, {spent / len(made) * 1000:.1f} ms a page")
    many = paragraphs(chance)
    began = time.process_time()
    found = near_duplicates(many)
    print(f"near-duplicates: {PARAGRAPHS} paragraphs, {len(found)} pairs, {time.process_time() - began:.1f} s")


if __name__ == "__main__":
    main()
