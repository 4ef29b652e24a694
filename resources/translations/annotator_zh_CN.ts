<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArticlePage</name>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} breaks healed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Filter: title, file, text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidatePane</name>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {all} decided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag as doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End: a word further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End: a word back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: a word further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: a word back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End: a character further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End: a character back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: a character back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: a character further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and open the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>There is no other article in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} candidates are undecided. Press Enter again to finish without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is open read-only here. Nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme does not allow this to overlap with “{surface}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to decide here. Enter finishes the article and opens the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All articles are finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is no screen here to open a window on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{project}: {count} problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {label} must be one digit or capital letter, not “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {key} of {label} belongs to a command. Reserved: {reserved}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} share the key {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scheme needs at least one label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two labels are called {label}. Ids must differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A span must lie inside its article: {start}–{end} of {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {term} already stands in line {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, line {line}: the span {start}–{end} should be “{said}”, but the text there is “{found}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {number} says “{found}” at {start}–{end}, not “{surface}”. Nothing was exported; run: annotator check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, line {line}: {field}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}, rule {rule}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not TOML: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}, {place}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, line {line}: not valid JSON ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {field}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the scheme has no label {label}; it has {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line 1: the header must name the column {column}; it names {header}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not a CSV row ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{encoding}” is not an encoding that pages are read in; try one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not text: {count} of its first {length} characters are control characters. Export the page as plain text in UTF-8 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not {encoding}: byte {byte} at position {position} (line {line}) does not fit. Try one of {others}, or save the file again as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {what}, not a text file; save its text as UTF-8 and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not UTF-8 (byte {at}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called {name} has worked in this project. People: {people}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import in {paths}: no .txt, .md or .jsonl file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: files of this kind cannot be imported yet; txt, md and jsonl can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: the scheme has no label {label}. Nothing of this file was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: the text is not that of article {article} in this project. Nothing of this file was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no article is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} is left of a project that stood here. Move it away, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article {article} in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a project of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer version of this program (format {theirs}; this one reads up to {ours}). Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is of an older format. Open it once for writing to bring it up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not closed, and its folder cannot be written. Copy the folder and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be opened: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be {done}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Go back to a backup of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no label scheme. Make a new one with: annotator new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision {decision} on article {article} belongs to no task of this project. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {article} says “{found}” at {start}–{end}, not “{surface}”. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is being written by {who}. Close it there first, or open it read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Nothing of this step was stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelPane</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key relabels and accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Note on {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>lexicon: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of the lexicon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of the lexicon, whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name across a column break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name with quotation marks inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built like the name of a programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a programme where the text speaks of the poor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>DECIDE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article {decided}/{all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Label programmes in newspaper pages, one key each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (file not found)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self.window</name>
    <message>
        <source>No font here has Chinese glyphs. Install one, for example Noto Sans CJK (fonts-noto-cjk).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no articles yet. Drop page files on the window, or use: annotator import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotator {version}
Labels mentions of poverty-alleviation programmes in newspaper pages. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{articles} articles imported from {files} files, {skipped} files skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working… {done}/{all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
