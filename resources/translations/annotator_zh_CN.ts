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
        <source>Skipped: {names}.</source>
        <translation>跳过：{names}。</translation>
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
        <source>Cut the page anew…</source>
        <translation>重新切分版面…</translation>
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
        <source>Show or fold repeats</source>
        <translation>展开或折叠重复段</translation>
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
    <message>
        <source>Import preview</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Boundary up; without one held: line above</source>
        <translation>边界上移；未选边界时：上一行</translation>
    </message>
    <message>
        <source>Boundary down; without one held: next line</source>
        <translation>边界下移；未选边界时：下一行</translation>
    </message>
    <message>
        <source>Hold the next boundary</source>
        <translation>选下一处边界</translation>
    </message>
    <message>
        <source>Hold the boundary before</source>
        <translation>选上一处边界</translation>
    </message>
    <message>
        <source>From the boundary to the lines</source>
        <translation>从边界转到行</translation>
    </message>
    <message>
        <source>From the lines to the boundary</source>
        <translation>从行转到边界</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>在此拆分</translation>
    </message>
    <message>
        <source>Merge with the part above</source>
        <translation>与上篇合并</translation>
    </message>
    <message>
        <source>Caption, or text again</source>
        <translation>标为图注，或恢复为正文</translation>
    </message>
    <message>
        <source>Leave out, or take in again</source>
        <translation>不入文章，或重新收入</translation>
    </message>
    <message>
        <source>Leave the whole page out, or take it in again</source>
        <translation>整版不导入，或重新收入</translation>
    </message>
    <message>
        <source>Repeat: decide by itself, or with its original</source>
        <translation>重复段：单独判定，或随原段判定</translation>
    </message>
    <message>
        <source>Go to the next question</source>
        <translation>到下一处待定</translation>
    </message>
    <message>
        <source>Question: join</source>
        <translation>待定：接为续文</translation>
    </message>
    <message>
        <source>Question: an article of its own</source>
        <translation>待定：自成一篇</translation>
    </message>
    <message>
        <source>Read the file in the next encoding</source>
        <translation>换下一种编码重读</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一个文件</translation>
    </message>
    <message>
        <source>File before</source>
        <translation>上一个文件</translation>
    </message>
    <message>
        <source>Import all</source>
        <translation>全部导入</translation>
    </message>
    <message>
        <source>Give up; nothing is stored</source>
        <translation>放弃，不写入任何内容</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
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
    <name>EncodingPane</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>E: the next; the page is read anew</source>
        <translation>E 换一种，正文立即重读</translation>
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
        <source>{name}: {count} more parts were left out.</source>
        <translation>{name}：另有 {count} 处没有读入。</translation>
    </message>
    <message>
        <source>{name} is too large: {size} bytes; at most {limit}.</source>
        <translation>{name} 太大：{size} 字节，最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>{name} is an archive inside an archive; unpack it, and read it by itself.</source>
        <translation>{name} 是压缩包里的压缩包，请先解压，再单独读入。</translation>
    </message>
    <message>
        <source>{name} has a name that leads out of the archive; it was left out.</source>
        <translation>{name} 的文件名指向压缩包之外，没有读入。</translation>
    </message>
    <message>
        <source>{name} stands in the archive twice; the second was left out.</source>
        <translation>{name} 在压缩包里出现两次，第二个没有读入。</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>a Word or Excel file with a password</source>
        <translation>加了密码的 Word 或 Excel 文件</translation>
    </message>
    <message>
        <source>an old Word or Excel file (.doc, .xls)</source>
        <translation>旧版 Word 或 Excel 文件（.doc、.xls）</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>压缩文件</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a CAJ document</source>
        <translation>CAJ 文档</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他类型的文件</translation>
    </message>
    <message>
        <source>{name} is not a {suffix} file but {what}, which cannot be read.</source>
        <translation>{name} 不是 {suffix} 文件，而是{what}，无法读取。</translation>
    </message>
    <message>
        <source>{name}: files of this kind cannot be read; these can: {known}.</source>
        <translation>{name}：这种文件无法读取，可以读取的有：{known}。</translation>
    </message>
    <message>
        <source>{name} has a password. Open it in Office, remove the password, and save it again.</source>
        <translation>{name} 加了密码。请在 Office 中打开，去掉密码后重新保存。</translation>
    </message>
    <message>
        <source>{name} is {what}, whatever its name says. Let its name end in {suffix} and read it again.</source>
        <translation>{name} 的扩展名不对，它其实是{what}。请把扩展名改成 {suffix}，再重新读入。</translation>
    </message>
    <message>
        <source>{name}: {suffix} files cannot be read. Save it as .docx, .xlsx, .html or .txt and read that.</source>
        <translation>{name}：无法读取 {suffix} 文件。请另存为 .docx、.xlsx、.html 或 .txt 再读入。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} tags; it was not read.</source>
        <translation>{name} 的标记超过 {limit} 个，没有读入。</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be unpacked.</source>
        <translation>{name} 已损坏，无法解压。</translation>
    </message>
    <message>
        <source>{name} holds too many files; at most {limit} are read.</source>
        <translation>{name} 里的文件太多，最多读取 {limit} 个。</translation>
    </message>
    <message>
        <source>{name} has a password. Unpack it, and read what was in it.</source>
        <translation>{name} 加了密码。请先解压，再读入里面的文件。</translation>
    </message>
    <message>
        <source>{name} is a link to another file; links in archives are not followed.</source>
        <translation>{name} 是指向另一个文件的链接，压缩包里的链接不予读取。</translation>
    </message>
    <message>
        <source>{name} is packed in a way that cannot be read here. Pack it again as an ordinary ZIP file.</source>
        <translation>{name} 的压缩方式无法读取。请重新压缩成普通的 ZIP 文件。</translation>
    </message>
    <message>
        <source>{name} is too large: {size} bytes unpacked; at most {limit}.</source>
        <translation>{name} 太大：解压后有 {size} 字节，最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>{name} unpacks to {ratio} times its size. No text does that; it was not unpacked.</source>
        <translation>{name} 解压后会大到 {ratio} 倍，正常的文字不会这样，没有解压。</translation>
    </message>
    <message>
        <source>{name}: {archive} unpacks to more than {limit} bytes; the rest of it was left out.</source>
        <translation>{name}：{archive} 解压后超过 {limit} 字节，其余部分没有读入。</translation>
    </message>
    <message>
        <source>{name} is damaged: its list of files cannot be read.</source>
        <translation>{name} 已损坏：里面的文件目录读不出来。</translation>
    </message>
    <message>
        <source>{name}, line {line} is not JSON ({why}); what cannot be read was left out.</source>
        <translation>{name} 第 {line} 行不是 JSON（{why}），读不出的部分没有读入。</translation>
    </message>
    <message>
        <source>{name} is too large to be read as one JSON value. Save it as JSON lines (.jsonl), one object a line.</source>
        <translation>{name} 太大，无法作为一个 JSON 值读取。请存成 JSON lines（.jsonl），每行一个对象。</translation>
    </message>
    <message>
        <source>{name}, line {line} has more than {limit} characters; it was left out.</source>
        <translation>{name} 第 {line} 行超过 {limit} 字，没有读入。</translation>
    </message>
    <message>
        <source>{name}, row {row} is not an object with a text; it was left out.</source>
        <translation>{name} 第 {row} 条不是带正文的对象，没有读入。</translation>
    </message>
    <message>
        <source>{name} has more than {limit} rows; the rest was left out.</source>
        <translation>{name} 超过 {limit} 行，其余的没有读入。</translation>
    </message>
    <message>
        <source>{name} declares entities, which no Office program does; it was not read.</source>
        <translation>{name} 声明了 XML 实体，Office 软件不会这样写，没有读入。</translation>
    </message>
    <message>
        <source>{name} is damaged: it lacks the part {part}.</source>
        <translation>{name} 已损坏：缺少 {part} 这一部分。</translation>
    </message>
    <message>
        <source>{name} is damaged: line {line} is not XML ({why}).</source>
        <translation>{name} 已损坏：第 {line} 行不是 XML（{why}）。</translation>
    </message>
    <message>
        <source>{name} is built to overload a reader: its elements are too many or too deep.</source>
        <translation>{name} 的元素太多或嵌套太深，像是有意拖垮读取程序，没有读入。</translation>
    </message>
    <message>
        <source>{name} is built to overload a reader: it has too many parts.</source>
        <translation>{name} 的组成部分太多，像是有意拖垮读取程序，没有读入。</translation>
    </message>
    <message>
        <source>{name} holds a tag of more than {limit} bytes; it was not read.</source>
        <translation>{name} 里有一个标记超过 {limit} 字节，没有读入。</translation>
    </message>
    <message>
        <source>{name} is damaged: it claims an encoding that there is not ({why}).</source>
        <translation>{name} 已损坏：其中声明的编码不存在（{why}）。</translation>
    </message>
    <message>
        <source>{name}: {count} pages have no text layer and were left out ({pages}). If they are scans, recognise their characters first.</source>
        <translation>{name}：有 {count} 页没有文字层，没有读入（{pages}）。如果是扫描件，请先做文字识别（OCR）。</translation>
    </message>
    <message>
        <source>{name} has no text layer: its pages are pictures. Recognise their characters (OCR) first.</source>
        <translation>{name} 没有文字层，每页都是图片。请先做文字识别（OCR）。</translation>
    </message>
    <message>
        <source>{name}: the text layer cannot be read; its fonts do not say which characters they draw.</source>
        <translation>{name}：文字层读不出来，其中的字体没有说明画的是哪些字。</translation>
    </message>
    <message>
        <source>{name}: the process that reads PDFs cannot be started ({why}).</source>
        <translation>{name}：读取 PDF 的进程无法启动（{why}）。</translation>
    </message>
    <message>
        <source>{name} has a password. Open it, save it without one, and read that.</source>
        <translation>{name} 加了密码。请打开后另存为不带密码的文件，再读入。</translation>
    </message>
    <message>
        <source>{name} has more than {limit} pages; split it.</source>
        <translation>{name} 超过 {limit} 页，请拆分。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} characters; split it into several files.</source>
        <translation>{name} 超过 {limit} 字，请拆成几个文件。</translation>
    </message>
    <message>
        <source>{name}: reading this PDF took too much time or memory, and was ended. Print it to a new PDF, or save its text.</source>
        <translation>{name}：读取这个 PDF 耗时或占用内存太多，已中止。请重新打印成 PDF，或另存为文本。</translation>
    </message>
    <message>
        <source>{name} is damaged: no PDF reader could open it.</source>
        <translation>{name} 已损坏：任何 PDF 阅读器都打不开。</translation>
    </message>
    <message>
        <source>{name} is too long for one text: {size} bytes, and a text may have {limit} characters. Split it into several files.</source>
        <translation>{name} 太长：有 {size} 字节，而一份文本最多 {limit} 字。请拆成几个文件。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the row cannot be read ({why}). It and what follows were left out. Quotation marks inside a cell must be doubled, and the cell quoted.</source>
        <translation>{name} 第 {line} 行：这一行读不出来（{why}），从这里起都没有读入。单元格里的引号须写两遍，整个单元格也须加引号。</translation>
    </message>
    <message>
        <source>{name}, line {line} has more than {limit} characters; it and what follows were left out.</source>
        <translation>{name} 第 {line} 行超过 {limit} 字，从这一行起都没有读入。</translation>
    </message>
    <message>
        <source>{name} holds a cell of more than {limit} characters.</source>
        <translation>{name} 里有一个单元格超过 {limit} 字。</translation>
    </message>
    <message>
        <source>{name} holds more texts than any table of articles.</source>
        <translation>{name} 里的文字太多，不像文章表格。</translation>
    </message>
    <message>
        <source>{name}: the cell {cell} holds a formula without its result; it was left out. Open the file in Excel and save it again.</source>
        <translation>{name}：单元格 {cell} 只有公式，没有计算结果，没有读入。请在 Excel 中打开文件，重新保存。</translation>
    </message>
    <message>
        <source>{name} is damaged: the cell {cell} points to a text that is not there.</source>
        <translation>{name} 已损坏：单元格 {cell} 指向的文字不存在。</translation>
    </message>
    <message>
        <source>{name}, row {row} has more than {limit} columns; it was left out.</source>
        <translation>{name} 第 {row} 行超过 {limit} 列，没有读入。</translation>
    </message>
    <message>
        <source>{name}, row {row}: nothing stands in the column {column}; the row was left out.</source>
        <translation>{name} 第 {row} 行：{column} 列是空的，这一行没有读入。</translation>
    </message>
    <message>
        <source>{name}, row {row}: the cell in the column {column} has {length} characters, too many to be kept beside the text; it was left out.</source>
        <translation>{name} 第 {row} 行：{column} 列的单元格有 {length} 字，太长，不能作为附加信息保存，没有读入。</translation>
    </message>
    <message>
        <source>{name} has no column {column}; it has {columns}.</source>
        <translation>{name} 没有 {column} 这一列，只有：{columns}。</translation>
    </message>
    <message>
        <source>{name}, row {row}: a table may have {cells} filled cells and {characters} characters; the rows from here on were left out.</source>
        <translation>{name} 第 {row} 行：一张表最多 {cells} 个非空单元格、{characters} 字，从这一行起都没有读入。</translation>
    </message>
    <message>
        <source>{name}, row {row} stands above the names of the columns; it was left out.</source>
        <translation>{name} 第 {row} 行在列名之上，没有读入。</translation>
    </message>
    <message>
        <source>{name} is too large for a web page: {size} bytes; at most {limit}.</source>
        <translation>{name} 作为网页太大：{size} 字节，最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>endnotes</source>
        <translation>尾注</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>a page header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>a page footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>{name} is no Word document: it holds no text part.</source>
        <translation>{name} 不是 Word 文档：里面没有正文部分。</translation>
    </message>
    <message>
        <source>{name}: {what} ({length} characters) was left out; only the text itself is read.</source>
        <translation>{name}：{what}（{length} 字）没有读入，只读取正文。</translation>
    </message>
    <message>
        <source>{name}: another document is embedded in it, and was left out.</source>
        <translation>{name}：其中嵌入了另一个文档，没有读入。</translation>
    </message>
    <message>
        <source>{name} is no Excel workbook: it holds no sheets.</source>
        <translation>{name} 不是 Excel 工作簿：里面没有工作表。</translation>
    </message>
    <message>
        <source>{name} has more than {limit} sheets; it was not read.</source>
        <translation>{name} 的工作表超过 {limit} 张，没有读入。</translation>
    </message>
    <message>
        <source>{name} is a hidden sheet; it was left out. Unhide it in Excel if its texts are wanted.</source>
        <translation>{name} 是隐藏的工作表，没有读入。如需其中的文字，请在 Excel 中取消隐藏。</translation>
    </message>
    <message>
        <source>{name} is not a sheet of cells; it was left out.</source>
        <translation>{name} 不是由单元格组成的工作表，没有读入。</translation>
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
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{name} was left out by hand.</source>
        <translation>{name} 已由人工剔除。</translation>
    </message>
    <message>
        <source>What was learned from decisions cannot be read; it can be learned again.</source>
        <translation>从判定中学到的内容读不出来，可以重新学习。</translation>
    </message>
    <message>
        <source>The learned tagger cannot be read; it can be trained again.</source>
        <translation>学得的标注模型读不出来，可以重新训练。</translation>
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
        <source>There is nothing to import in {paths}: no file of a kind that can be read ({kinds}).</source>
        <translation>{paths} 里没有可导入的内容：没有能读取的文件（{kinds}）。</translation>
    </message>
    <message>
        <source>{name}: files of this kind cannot be imported; these can: {kinds}.</source>
        <translation>{name}：这种文件无法导入，可以导入的有：{kinds}。</translation>
    </message>
    <message>
        <source>This page was begun: its articles stay as they are, so that no decision loses its place.</source>
        <translation>这个版面已开始标注：其中的文章保持原样，以免判定失去位置。</translation>
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
    <name>FactsPane</name>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>认出</translation>
    </message>
    <message>
        <source>lines {first}–{last}</source>
        <translation>行 {first}–{last}</translation>
    </message>
    <message>
        <source>, {count} pieces</source>
        <translation>，{count} 段拼接</translation>
    </message>
    <message>
        <source>breaks {breaks}, repeats {repeats}, characters {characters}</source>
        <translation>断行 {breaks}，重复段 {repeats}，共 {characters} 字</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Article {number}</source>
        <translation>第 {number} 篇</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>In no article</source>
        <translation>不入文章</translation>
    </message>
</context>
<context>
    <name>FilePane</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Drop files or folders on the window to add them</source>
        <translation>可把文件或文件夹拖到窗口里继续添加</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>{count} 个</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Give up   Esc</source>
        <translation>放弃   Esc</translation>
    </message>
    <message>
        <source>Import all   Ctrl Enter</source>
        <translation>全部导入   Ctrl Enter</translation>
    </message>
    <message>
        <source>Import preview</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Nothing is stored yet</source>
        <translation>还没有写入任何内容</translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Files are still being read. Import when they are all here.</source>
        <translation>文件还在读取，读完后再导入。</translation>
    </message>
    <message>
        <source>There is nothing here that can be imported.</source>
        <translation>这里没有可以导入的内容。</translation>
    </message>
    <message>
        <source>file {at} of {count}</source>
        <translation>第 {at} 个，共 {count} 个文件</translation>
    </message>
    <message>
        <source>Reading files…</source>
        <translation>正在读取文件……</translation>
    </message>
    <message>
        <source>There are no page files here. Esc goes back.</source>
        <translation>这里没有版面文件。按 Esc 返回。</translation>
    </message>
    <message>
        <source>This file is not cut: what is in it is imported as it is.</source>
        <translation>这个文件不切分，内容按原样导入。</translation>
    </message>
    <message>
        <source>The project holds this page already; its articles stay as they are.</source>
        <translation>课题里已有这个版面，其中的文章保持不变。</translation>
    </message>
    <message>
        <source>This page is left out. Shift+D takes it in again.</source>
        <translation>整版不导入。按 Shift+D 重新收入。</translation>
    </message>
    <message>
        <source>{files} of {all} files, articles {sum}. This page: articles {articles}, breaks {breaks}, captions {captions}</source>
        <translation>导入 {files} 个文件（共 {all} 个），{sum} 篇。本版 {articles} 篇，断行 {breaks}，图注 {captions}</translation>
    </message>
    <message>
        <source>, repeats {repeats}</source>
        <translation>，重复段 {repeats}</translation>
    </message>
    <message>
        <source>move boundary</source>
        <translation>移动边界</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>转到边界</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>并入上篇</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Importing… {done}/{all}</source>
        <translation>正在导入……{done}/{all}</translation>
    </message>
    <message>
        <source>Reading… {done}/{all}</source>
        <translation>正在读取……{done}/{all}</translation>
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
    <name>PageSheet</name>
    <message>
        <source>continues line {line}</source>
        <translation>与第 {line} 行接合</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>小题</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>残段</translation>
    </message>
    <message>
        <source>as line {line}, decided once</source>
        <translation>同第 {line} 行，判一次</translation>
    </message>
    <message>
        <source>perhaps continues article {article}</source>
        <translation>像第 {article} 篇的续文</translation>
    </message>
    <message>
        <source>set apart</source>
        <translation>单列</translation>
    </message>
    <message>
        <source>in no article</source>
        <translation>不入文章</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Nothing on this page waits for an answer.</source>
        <translation>本版没有待定之处。</translation>
    </message>
    <message>
        <source>This paragraph was not printed before.</source>
        <translation>这一段前面没有出现过。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>The boundary cannot go further.</source>
        <translation>边界不能再移动了。</translation>
    </message>
    <message>
        <source>The project holds this page already; its articles stay as they are.</source>
        <translation>课题里已有这个版面，其中的文章保持不变。</translation>
    </message>
    <message>
        <source>This page is left out. Shift+D takes it in again.</source>
        <translation>整版不导入。按 Shift+D 重新收入。</translation>
    </message>
    <message>
        <source>There is nothing to split off: this part has one line.</source>
        <translation>只有一行，无从拆分。</translation>
    </message>
    <message>
        <source>There is nothing above to merge with.</source>
        <translation>上面没有可以合并的内容。</translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>For you to decide</source>
        <translation>待你定夺</translation>
    </message>
    <message>
        <source>J  join</source>
        <translation>J  接为续文</translation>
    </message>
    <message>
        <source>K  own article</source>
        <translation>K  自成一篇</translation>
    </message>
    <message>
        <source>D  leave out</source>
        <translation>D  不要</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>Line {line} has no title of its own. It may go on with article {article}, which stops inside a sentence:</source>
        <translation>第 {line} 行没有自己的题名。第 {article} 篇停在半句，接在它后面像是成句：</translation>
    </message>
    <message>
        <source>Press Q to go there first.</source>
        <translation>先按 Q 到那一行。</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>… repeat, decided with its original</source>
        <translation>……重复段，随原段判定</translation>
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
        <source>the same name elsewhere in the article</source>
        <translation>同名见于本文他处</translation>
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
<context>
    <name>_Delegate</name>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>不切分</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>{count} art.</source>
        <translation>{count} 篇</translation>
    </message>
    <message>
        <source>same text as {name}</source>
        <translation>与 {name} 内容相同</translation>
    </message>
    <message>
        <source>in the project already</source>
        <translation>课题里已有</translation>
    </message>
    <message>
        <source>imported as it is</source>
        <translation>按原样导入</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} 处待定</translation>
    </message>
    <message>
        <source>wrong from byte {number}</source>
        <translation>第 {number} 个字节起无效</translation>
    </message>
    <message>
        <source>hardly any common characters</source>
        <translation>几乎没有常用汉字</translation>
    </message>
    <message>
        <source>reads well, {percent} %</source>
        <translation>全文可读，猜测 {percent} %</translation>
    </message>
</context>
</TS>
