"""How much a file may hold. Every limit bounds memory or time against a file made to exhaust them, and leaves real collections room.

A page of newsprint is 20,000 characters, an article 2,000; a Chinese character takes two or three bytes.
"""

MIB = 1 << 20

LARGEST_FILE = 256 * MIB
"""Bytes of any file: 40,000 articles as a table. It is held in memory together with its decoded text."""

LONGEST_TEXT = 2_000_000
"""Code points of one text: a hundred pages. The window is built for texts a tenth as long."""

LARGEST_PLAIN = 4 * LONGEST_TEXT
"""Bytes of a plain text: no encoding takes more than four a character, so a longer one is refused before it is decoded."""

LARGEST_MARKUP = 32 * MIB
"""Bytes of a web page: those saved with their pictures inside reach ten or twenty megabytes."""

MOST_TAGS = 200_000
"""Tags of a web page; a page of news has some thousands. At five to ten microseconds each, a second or two."""

LARGEST_JSON = 64 * MIB
"""Bytes of a .json file: one value is in memory whole, in up to a dozen times its size. JSONL has no such limit."""

MOST_BRACKETS = 1_000_000
"""Objects and lists of a .json file; an empty one takes two characters there and seventy bytes in memory."""

MOST_COMMAS = 4_000_000
"""Commas of a .json file, which bound its values; the text of the longest file, written with commas of ASCII, has half of it."""

LONGEST_LINE = 8_000_000
"""Code points of one line of a table or of JSONL; longer than any text, so only a damaged file has it."""

MOST_ROWS = 2_000_000
"""Rows of a table, empty ones included; a sheet of Excel ends at half of it."""

MOST_CELLS = 2_000_000
"""Filled cells of a table: 100,000 articles with twenty columns."""

MOST_COLUMNS = 256
"""Columns of a table: a wider one is no list of texts."""

MOST_CHARACTERS = 200_000_000
"""Code points that one table may give: a workbook stores a repeated text once, and could repeat a long one a million times."""

LONGEST_CELL = 10_000
"""Code points of a cell that is kept as metadata; what is longer is a text of its own."""

SAMPLE = 200
"""Rows that are looked at to tell which column holds the text."""

LONGEST_HEADING = 40
"""Code points of a column's name; a first row with a longer cell is a row of data."""

MOST_MEMBERS = 50_000
"""Files in an archive: a year of a newspaper's articles, one file each."""

LARGEST_MEMBER = LARGEST_FILE
"""Bytes of one unpacked file of an archive."""

LARGEST_ARCHIVE = 1024 * MIB
"""Bytes of all unpacked files of an archive: ten seconds of unpacking."""

MOST_RATIO = 200
"""How many times a packed file may grow. Text grows 3 to 10 times, an empty sheet of Excel 50; only zeros and bombs grow 1,000 times."""

RATIO_MATTERS = MIB
"""Bytes up to which an unpacked file may have grown any number of times."""

MOST_NODES = 8_000_000
"""XML elements of one part of a workbook or Word document: four a cell. A microsecond each."""

MOST_PARTS = 10_000
"""Sheets of a workbook, parts that one part of a package names: large workbooks have hundreds."""

DEEPEST = 256
"""How deep elements of a part may nest; Word nests tables and text boxes some dozens deep."""

LONGEST_TOKEN = MIB
"""Bytes of one XML tag: a parser starts it again with each piece read."""

MOST_PAGES = 2_000
"""Pages of one PDF: at most thirty milliseconds each."""

SECONDS = 60.0
"""Time for one PDF: no limit on sizes bounds what drawing commands cost."""

PDF_MEMORY = 1024 * MIB
"""Bytes of memory for the reading of one PDF, where the system can enforce it: an ordinary one takes fifty megabytes."""

MOST_UNREAD = 100
"""Parts left out that are told one by one; the rest is told as a number."""
