<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>App</name>
    <message>
        <source>No font here has Chinese glyphs. Install one, for example Noto Sans CJK (fonts-noto-cjk).</source>
        <translation>这台电脑上没有中文字体。请先装一种，例如 Noto Sans CJK（软件包 fonts-noto-cjk）。</translation>
    </message>
    <message>
        <source>It is open read-only here.</source>
        <translation>这里已改用只读方式打开。</translation>
    </message>
    <message>
        <source>There are no articles yet. Drop page files on the window, or use: annotator import.</source>
        <translation>还没有文章。把版面文件拖进窗口，或用命令 annotator import 导入。</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开课题</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建课题</translation>
    </message>
    <message>
        <source>Import pages</source>
        <translation>导入版面</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>annotator {version}. Labels mentions of poverty-alleviation programmes in newspaper pages. MIT licence.</source>
        <translation>annotator {version}。标注报纸版面中的扶贫政策项目提及。MIT 许可证。</translation>
    </message>
    <message>
        <source>{articles} articles imported from {files} files, {skipped} files skipped.</source>
        <translation>已从 {files} 个文件导入 {articles} 篇文章，跳过 {skipped} 个文件。</translation>
    </message>
    <message>
        <source>Working… {done}/{all}</source>
        <translation>处理中… {done}/{all}</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>无预标</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{count} breaks healed</source>
        <translation>断行已接合 {count}</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Filter: title, file, text</source>
        <translation>筛选：标题、文件、正文</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>筛选文章</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>CandidatePane</name>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>{decided} of {all} decided</source>
        <translation>已判 {decided}，共 {all}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Project</source>
        <translation>课题</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开课题…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建课题…</translation>
    </message>
    <message>
        <source>Import pages…</source>
        <translation>导入版面…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Flag as doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>End: a word further</source>
        <translation>右边界右移一词</translation>
    </message>
    <message>
        <source>End: a word back</source>
        <translation>右边界左移一词</translation>
    </message>
    <message>
        <source>Start: a word further</source>
        <translation>左边界右移一词</translation>
    </message>
    <message>
        <source>Start: a word back</source>
        <translation>左边界左移一词</translation>
    </message>
    <message>
        <source>End: a character further</source>
        <translation>右边界右移一字</translation>
    </message>
    <message>
        <source>End: a character back</source>
        <translation>右边界左移一字</translation>
    </message>
    <message>
        <source>Start: a character back</source>
        <translation>左边界左移一字</translation>
    </message>
    <message>
        <source>Start: a character further</source>
        <translation>左边界右移一字</translation>
    </message>
    <message>
        <source>Finish and open the next</source>
        <translation>完成本篇</translation>
    </message>
    <message>
        <source>Reopen the article</source>
        <translation>取消完成</translation>
    </message>
    <message>
        <source>Next candidate</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous candidate</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>筛选文章</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>There is no other article in this direction.</source>
        <translation>这个方向上没有文章了。</translation>
    </message>
    <message>
        <source>{count} candidates are undecided. Press Enter again to finish without them.</source>
        <translation>还有 {count} 处候选未判。再按一次回车，就不判它们，直接完成本篇。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的判定。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的判定。</translation>
    </message>
    <message>
        <source>This project is open read-only here. Nothing is written.</source>
        <translation>课题以只读方式打开，什么都没有写入。</translation>
    </message>
    <message>
        <source>The scheme does not allow this to overlap with “{surface}”.</source>
        <translation>标签体系不允许它与“{surface}”重叠。</translation>
    </message>
    <message>
        <source>Nothing is left to decide here. Enter finishes the article and opens the next one.</source>
        <translation>本篇候选已判完。按回车完成本篇，打开下一篇。</translation>
    </message>
    <message>
        <source>All articles are finished.</source>
        <translation>全部文章都已完成。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is no screen here to open a window on.</source>
        <translation>这里没有屏幕，打不开窗口。</translation>
    </message>
    <message>
        <source>{project}: {count} problems.</source>
        <translation>{project}：有 {count} 个问题。</translation>
    </message>
    <message>
        <source>The key of {label} must be one digit or capital letter, not “{key}”.</source>
        <translation>标签 {label} 的按键须是一个数字或大写字母，不能是“{key}”。</translation>
    </message>
    <message>
        <source>The key {key} of {label} belongs to a command. Reserved: {reserved}.</source>
        <translation>标签 {label} 的按键 {key} 已归命令使用。保留的按键：{reserved}。</translation>
    </message>
    <message>
        <source>{first} and {second} share the key {key}.</source>
        <translation>标签 {first} 和 {second} 用了同一个按键 {key}。</translation>
    </message>
    <message>
        <source>A scheme needs at least one label.</source>
        <translation>标签体系至少要有一个标签。</translation>
    </message>
    <message>
        <source>Two labels are called {label}. Ids must differ.</source>
        <translation>有两个标签都叫 {label}。标签的 id 不能相同。</translation>
    </message>
    <message>
        <source>A span must lie inside its article: {start}–{end} of {length}.</source>
        <translation>片段须在文章之内：{start}–{end}，全文 {length} 字。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {term} already stands in line {first}</source>
        <translation>{file} 第 {line} 行：{term} 在第 {first} 行已有</translation>
    </message>
    <message>
        <source>{where}, line {line}: the span {start}–{end} should be “{said}”, but the text there is “{found}”.</source>
        <translation>{where} 第 {line} 行：片段 {start}–{end} 应为“{said}”，原文却是“{found}”。</translation>
    </message>
    <message>
        <source>Article {number} says “{found}” at {start}–{end}, not “{surface}”. Nothing was exported; run: annotator check.</source>
        <translation>文章 {number} 的 {start}–{end} 是“{found}”，不是“{surface}”。什么都没有导出；请运行 annotator check。</translation>
    </message>
    <message>
        <source>{where}, line {line}: {field}: {why}.</source>
        <translation>{where} 第 {line} 行，{field}：{why}。</translation>
    </message>
    <message>
        <source>{where}, line {line}: {why}.</source>
        <translation>{where} 第 {line} 行：{why}。</translation>
    </message>
    <message>
        <source>{file}, line {line}, rule {rule}: {reason}</source>
        <translation>{file} 第 {line} 行，规则 {rule}：{reason}</translation>
    </message>
    <message>
        <source>{file} is not TOML: {reason}</source>
        <translation>{file} 不是 TOML：{reason}</translation>
    </message>
    <message>
        <source>{file}, line {line}, {place}: {reason}</source>
        <translation>{file} 第 {line} 行，{place}：{reason}</translation>
    </message>
    <message>
        <source>{file}, line {line}: the id {id} already stands in line {first}</source>
        <translation>{file} 第 {line} 行：id {id} 在第 {first} 行已有</translation>
    </message>
    <message>
        <source>{where}, line {line}: not valid JSON ({why}).</source>
        <translation>{where} 第 {line} 行：不是有效的 JSON（{why}）。</translation>
    </message>
    <message>
        <source>{where}: {field}: {why}.</source>
        <translation>{where}，{field}：{why}。</translation>
    </message>
    <message>
        <source>{where}: {why}</source>
        <translation>{where}：{why}</translation>
    </message>
    <message>
        <source>{where}: no scheme is built like this ({why}).</source>
        <translation>{where}：标签体系不是这样写的（{why}）。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the scheme has no label {label}; it has {labels}</source>
        <translation>{file} 第 {line} 行：标签体系里没有 {label}；有的是 {labels}</translation>
    </message>
    <message>
        <source>{file}, line 1: the header must name the column {column}; it names {header}</source>
        <translation>{file} 第 1 行：表头缺少 {column} 列；现有 {header}</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not a CSV row ({reason})</source>
        <translation>{file} 第 {line} 行：不是 CSV 行（{reason}）</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {reason}</source>
        <translation>{file} 第 {line} 行，{column} 列：{reason}</translation>
    </message>
    <message>
        <source>“{encoding}” is not an encoding that pages are read in; try one of {known}.</source>
        <translation>版面不能按“{encoding}”编码读取；请试试 {known}。</translation>
    </message>
    <message>
        <source>This is not text: {count} of its first {length} characters are control characters. Export the page as plain text in UTF-8 first.</source>
        <translation>这不是文本：前 {length} 个字符里有 {count} 个控制字符。请先把版面导出成 UTF-8 纯文本。</translation>
    </message>
    <message>
        <source>The text is not {encoding}: byte {byte} at position {position} (line {line}) does not fit. Try one of {others}, or save the file again as UTF-8.</source>
        <translation>文本不是 {encoding} 编码：第 {line} 行（位置 {position}）的字节 {byte} 不符。请试试 {others}，或把文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>This is {what}, not a text file; save its text as UTF-8 and import that.</source>
        <translation>这不是文本文件，而是 {what}；请把其中的文字另存为 UTF-8 文本再导入。</translation>
    </message>
    <message>
        <source>A person needs a name with at least one letter.</source>
        <translation>名字不能是空白。</translation>
    </message>
    <message>
        <source>{name} holds no lines.</source>
        <translation>{name} 里一行内容也没有。</translation>
    </message>
    <message>
        <source>{name}, line {line}: there is no text. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：没有文字。这个文件没有导入任何内容。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the span {start}–{end} holds nothing but a byte-order mark. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：片段 {start}–{end} 只是一个字节序标记。这个文件没有导入任何内容。</translation>
    </message>
    <message>
        <source>{name}, line {line}: “{surface}” does not stand in one article of its page. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：“{surface}”不在版面的同一篇文章里。这个文件没有导入任何内容。</translation>
    </message>
    <message>
        <source>{path} is a folder. Name the file too, for example {example}.</source>
        <translation>{path} 是文件夹。请把文件名也写上，例如 {example}。</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or open it.</source>
        <translation>{path} 已经存在。请换个名字，或直接打开它。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>找不到文件夹 {folder}。</translation>
    </message>
    <message>
        <source>{path} cannot be made: {why}.</source>
        <translation>无法建立 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>无法读取 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 (byte {at}).</source>
        <translation>{path} 不是 UTF-8 编码（第 {at} 字节）。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {why}.</source>
        <translation>无法建立文件夹 {folder}：{why}。</translation>
    </message>
    <message>
        <source>Nobody called {name} has worked in this project. People: {people}.</source>
        <translation>没有叫“{name}”的人在这个课题里做过标注。现有：{people}。</translation>
    </message>
    <message>
        <source>Nobody has worked in a round called {name}. Rounds: {rounds}.</source>
        <translation>没有人在名为“{name}”的轮次里做过标注。现有轮次：{rounds}。</translation>
    </message>
    <message>
        <source>{path} is the project itself. Choose another name.</source>
        <translation>{path} 就是课题文件本身。请换个名字。</translation>
    </message>
    <message>
        <source>{path} is not a file. Choose another name.</source>
        <translation>{path} 不是文件。请换个名字。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>无法写入 {path}：{why}。</translation>
    </message>
    <message>
        <source>None of {count} files could be imported. The first: {why}</source>
        <translation>{count} 个文件都没能导入。第一个：{why}</translation>
    </message>
    <message>
        <source>There is nothing to import in {paths}: no .txt, .md or .jsonl file.</source>
        <translation>{paths} 里没有可导入的文件（.txt、.md、.jsonl）。</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{name}: files of this kind cannot be imported yet; txt, md and jsonl can.</source>
        <translation>{name}：暂时不能导入这种文件；可以导入 txt、md、jsonl。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <source>{name} holds no text.</source>
        <translation>{name} 里没有文字。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>无法读取 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <source>{name}, line {line}: the scheme has no label {label}. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：标签体系里没有 {label}。这个文件没有导入任何内容。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>找不到文件或文件夹 {path}。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the text is not that of article {article} in this project. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：文字与课题里的文章 {article} 不一致。这个文件没有导入任何内容。</translation>
    </message>
    <message>
        <source>{count} files were not imported: {why}.</source>
        <translation>有 {count} 个文件没有导入：{why}。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. Go back to a backup of it.</source>
        <translation>无法读取 {path}：{why}。请改用备份。</translation>
    </message>
    <message>
        <source>no article is open</source>
        <translation>没有打开的文章</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {folder}.</source>
        <translation>无法写入 {path}：找不到文件夹 {folder}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}</source>
        <translation>无法写入 {path}：{why}</translation>
    </message>
    <message>
        <source>{left} is left of a project that stood here. Move it away, or choose another name.</source>
        <translation>{left} 是原先课题留下的文件。请把它移走，或换个名字。</translation>
    </message>
    <message>
        <source>There is no article {article} in this project.</source>
        <translation>课题里没有文章 {article}。</translation>
    </message>
    <message>
        <source>There is no project at {path}.</source>
        <translation>{path} 处没有课题文件。</translation>
    </message>
    <message>
        <source>{path} is not a project of this program.</source>
        <translation>{path} 不是本程序的课题文件。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of this program (format {theirs}; this one reads up to {ours}). Update the program.</source>
        <translation>{path} 由更新的版本写成（格式 {theirs}，本版只到 {ours}）。请升级程序。</translation>
    </message>
    <message>
        <source>{path} is of an older format. Open it once for writing to bring it up to date.</source>
        <translation>{path} 是旧格式。请先以可写方式打开一次，完成升级。</translation>
    </message>
    <message>
        <source>{path} was not closed, and its folder cannot be written. Copy the folder and open the copy.</source>
        <translation>{path} 上次没有正常关闭，所在文件夹又不可写。请复制整个文件夹，打开副本。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {why}</source>
        <translation>无法打开 {path}：{why}</translation>
    </message>
    <message>
        <source>{path} cannot be {done}: {why}</source>
        <translation>无法打开或写入 {path}：{why}</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Go back to a backup of it.</source>
        <translation>{path} 已损坏（{why}）。请改用备份。</translation>
    </message>
    <message>
        <source>The project has no label scheme. Make a new one with: annotator new.</source>
        <translation>课题里没有标签体系。请用 annotator new 新建课题。</translation>
    </message>
    <message>
        <source>Decision {decision} on article {article} belongs to no task of this project. Nothing was written.</source>
        <translation>文章 {article} 的判定 {decision} 不属于本课题的任何任务。什么都没有写入。</translation>
    </message>
    <message>
        <source>Article {article} says “{found}” at {start}–{end}, not “{surface}”. Nothing was written.</source>
        <translation>文章 {article} 的 {start}–{end} 是“{found}”，不是“{surface}”。什么都没有写入。</translation>
    </message>
    <message>
        <source>{path} is being written by {who}. Close it there first, or open it read-only.</source>
        <translation>{who} 正在写 {path}。请先在那边关闭，或以只读方式打开。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Nothing of this step was stored.</source>
        <translation>无法写入 {path}：{why}。这一步没有存下任何内容。</translation>
    </message>
</context>
<context>
    <name>LabelPane</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>a key relabels and accepts</source>
        <translation>按键改标并采纳</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>不标</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边界</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Note on {what}</source>
        <translation>{what}的备注</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>lexicon: {name}</source>
        <translation>词表：{name}</translation>
    </message>
    <message>
        <source>pattern: {name}</source>
        <translation>规则：{name}</translation>
    </message>
    <message>
        <source>import: {name}</source>
        <translation>导入：{name}</translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation>手工补标</translation>
    </message>
    <message>
        <source>a name of the lexicon</source>
        <translation>词表中的名称</translation>
    </message>
    <message>
        <source>a name of the lexicon, whole words</source>
        <translation>词表中的名称，两端都是词界</translation>
    </message>
    <message>
        <source>a name across a column break</source>
        <translation>跨断行的名称</translation>
    </message>
    <message>
        <source>a name with quotation marks inside</source>
        <translation>名称内有引号</translation>
    </message>
    <message>
        <source>built like the name of a programme</source>
        <translation>构成像政策项目名</translation>
    </message>
    <message>
        <source>a programme where the text speaks of the poor</source>
        <translation>上下文讲扶贫</translation>
    </message>
    <message>
        <source>came with an import</source>
        <translation>随文件导入</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>改标</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>改边界</translation>
    </message>
    <message>
        <source>added</source>
        <translation>补标</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>略过</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>DECIDE</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已存 {time}</translation>
    </message>
    <message>
        <source>article {decided}/{all}</source>
        <translation>本篇 {decided}/{all}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Label programmes in newspaper pages, one key each.</source>
        <translation>版面里的政策项目，一键一处。</translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation>试用示例课题</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建课题…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开课题…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>{name} (file not found)</source>
        <translation>{name}（找不到文件）</translation>
    </message>
</context>
</TS>
