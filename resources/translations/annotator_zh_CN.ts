<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Adjudicate</name>
    <message>
        <source>you missed</source>
        <translation>漏标</translation>
    </message>
    <message>
        <source>not a mention in gold</source>
        <translation>金标准里没有</translation>
    </message>
    <message>
        <source>other boundary</source>
        <translation>边界不同</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>标签不同</translation>
    </message>
    <message>
        <source>other boundary and label</source>
        <translation>边界和标签都不同</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>step</source>
        <translation>换组</translation>
    </message>
    <message>
        <source>next open</source>
        <translation>下一未裁</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>you and gold</source>
        <translation>我与金标准</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>marked or not</source>
        <translation>标不标</translation>
    </message>
    <message>
        <source>one or several</source>
        <translation>一处还是几处</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Unanimous, merged</source>
        <translation>一致，已并入</translation>
    </message>
    <message>
        <source>Strict majority</source>
        <translation>严格多数</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐组裁定</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>带多了字</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>带少了字</translation>
    </message>
    <message>
        <source>labels confused</source>
        <translation>标签看混</translation>
    </message>
    <message>
        <source>overlooked</source>
        <translation>看漏</translation>
    </message>
    <message>
        <source>not a mention</source>
        <translation>不是提及</translation>
    </message>
    <message>
        <source>guideline unclear</source>
        <translation>指南没写明</translation>
    </message>
    <message>
        <source>Somebody else adjudicates here. U merges what is unanimous in your name.</source>
        <translation>这个课题里已有人在仲裁。按 U 会以你的名义并入一致的组。</translation>
    </message>
    <message>
        <source>{count} unanimous clusters were merged as one step.</source>
        <translation>{count} 组意见一致，已作为一步并入。</translation>
    </message>
    <message>
        <source>Everything is ruled. Gold is complete for this round.</source>
        <translation>全部裁完，本轮次的金标准已齐。</translation>
    </message>
    <message>
        <source>Names are shown when the cluster is ruled.</source>
        <translation>裁定之后才显示姓名。</translation>
    </message>
    <message>
        <source>{count} clusters have a strict majority. M again rules them as one step.</source>
        <translation>{count} 组有严格多数。再按一次 M，作为一步一起裁定。</translation>
    </message>
    <message>
        <source>{count} majorities were ruled as one step. Ctrl+Z takes it back.</source>
        <translation>{count} 组按多数裁定，作为一步；Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的。</translation>
    </message>
    <message>
        <source>There is none to rule.</source>
        <translation>没有这样的组。</translation>
    </message>
    <message>
        <source>Guideline report: {title}</source>
        <translation>指南报告：{title}</translation>
    </message>
    <message>
        <source>{count} rulings were written to {file}.</source>
        <translation>已把 {count} 条裁定写入 {file}。</translation>
    </message>
    <message>
        <source>Ruled before: {ruling}</source>
        <translation>此前定为：{ruling}</translation>
    </message>
    <message>
        <source>Your own: Shift and Alt with ← → move its edges, a label key names it. Enter rules it, Esc drops it.</source>
        <translation>另定：Shift 或 Alt 加 ← → 移动两端，标签键改标签；Enter 裁定，Esc 放弃。</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>optional, before or after; they go into the guideline report</source>
        <translation>可不选，裁定前后都行；汇入指南报告</translation>
    </message>
    <message>
        <source>Digits tick, Enter rules what is ticked, Esc drops it.</source>
        <translation>数字键勾选，Enter 裁定所选，Esc 放弃。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>此处没有提及</translation>
    </message>
    <message>
        <source>Another range or label</source>
        <translation>另定起止或标签</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两种都成立</translation>
    </message>
    <message>
        <source>Several of them</source>
        <translation>几种都成立</translation>
    </message>
    <message>
        <source>To go by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The same words before</source>
        <translation>同一说法此前的裁定</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 次</translation>
    </message>
    <message>
        <source>Not ruled yet anywhere.</source>
        <translation>还没有裁定过。</translation>
    </message>
    <message>
        <source>scheme v{version}</source>
        <translation>标签体系 v{version}</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>你的备注</translation>
    </message>
    <message>
        <source>Ruled before the work changed</source>
        <translation>交来新的标注之前的裁定</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>You and gold</source>
        <translation>我与金标准</translation>
    </message>
    <message>
        <source>Nothing that you finished is gold yet, or you differ nowhere.</source>
        <translation>你完成的文章还没有金标准，或者没有不同之处。</translation>
    </message>
    <message>
        <source>you: {mine}   gold: {gold}</source>
        <translation>我：{mine}&#x3000;金标准：{gold}</translation>
    </message>
    <message>
        <source>1–6 one kind   0 all that differs   J K step   Enter show in the article   Esc back</source>
        <translation>1–6 只看一类&#x3000;0 全部不同&#x3000;J K 移动&#x3000;Enter 在文章里看&#x3000;Esc 返回</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Everybody marked alike in this round: everything is merged.</source>
        <translation>本轮次大家标得都一样，已全部并入。</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>A note on this cluster; Enter keeps it</source>
        <translation>给这一组写备注，Enter 保存</translation>
    </message>
    <message>
        <source>No article was finished by two people in one round yet. Merge what was handed in, or assign articles to several.</source>
        <translation>还没有哪篇文章在同一轮次里由两人完成。先合并交回的任务，或把文章分给几个人。</translation>
    </message>
    <message>
        <source>names are shown</source>
        <translation>姓名已显示</translation>
    </message>
    <message>
        <source>names hidden, lanes shuffled</source>
        <translation>姓名已隐去，行序每组打乱</translation>
    </message>
    <message>
        <source>Ruled: {ruling}</source>
        <translation>已定为：{ruling}</translation>
    </message>
    <message>
        <source>Cluster {number} of {all} · {title} · {name}</source>
        <translation>第 {number} 组，共 {all} 组 · {title} · {name}</translation>
    </message>
    <message>
        <source>Just now  cluster {number}: {ruling}   Ctrl+Z takes it back</source>
        <translation>刚才&#x3000;第 {number} 组：定为{ruling}&#x3000;Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>定为</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>To adjudicate</source>
        <translation>仲裁队列</translation>
    </message>
    <message>
        <source>{count} clusters</source>
        <translation>共 {count} 组</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>ruled</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>未标</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>有多数</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>“{surface}” {label}</source>
        <translation>“{surface}”{label}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>unanimous</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>{n} articles shared, {samples} samples, seed {seed}</source>
        <translation>共标 {n} 篇，按篇自助抽样 {samples} 次，种子 {seed}</translation>
    </message>
    <message>
        <source>F1, both saw candidates</source>
        <translation>F1，双方都见候选</translation>
    </message>
    <message>
        <source>F1, one of them blind</source>
        <translation>F1，一方无预标</translation>
    </message>
    <message>
        <source>F1, both blind</source>
        <translation>F1，双方都无预标</translation>
    </message>
    <message>
        <source>Candidates marked as they are, shown</source>
        <translation>照候选原样标注的比例，有预标</translation>
    </message>
    <message>
        <source>Candidates marked as they are, blind</source>
        <translation>照候选原样标注的比例，无预标</translation>
    </message>
    <message>
        <source>Added per 1,000 characters, shown</source>
        <translation>每千字候选之外的标注，有预标</translation>
    </message>
    <message>
        <source>Added per 1,000 characters, blind</source>
        <translation>每千字候选之外的标注，无预标</translation>
    </message>
    <message>
        <source>Strict F1: boundaries and label</source>
        <translation>严格 F1，边界与标签都同</translation>
    </message>
    <message>
        <source>Exact F1: boundaries alone</source>
        <translation>边界 F1，只看起止</translation>
    </message>
    <message>
        <source>Partial F1: overlap counts half</source>
        <translation>部分 F1，重叠算一半</translation>
    </message>
    <message>
        <source>uα: boundaries and label</source>
        <translation>uα，边界与标签</translation>
    </message>
    <message>
        <source>cuα: labels alone</source>
        <translation>cuα，只看标签</translation>
    </message>
    <message>
        <source>Candidates α</source>
        <translation>候选判定 α</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <translation>{n} 条候选</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇</translation>
    </message>
    <message>
        <source>{n} disagreements</source>
        <translation>{n} 处分歧</translation>
    </message>
    <message>
        <source>Pull: marked only because it was seen</source>
        <translation>牵引：因为看见才标的比例</translation>
    </message>
    <message>
        <source>Seconds to accept, {name}</source>
        <translation>采纳用时（秒），{name}</translation>
    </message>
    <message>
        <source>Seconds to accept, everybody</source>
        <translation>采纳用时（秒），所有人</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>处数</translation>
    </message>
    <message>
        <source>0 – 1</source>
        <translation>0 – 1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>{name}: part in {share} % of the disagreements</source>
        <translation>{name}：涉及 {share} % 的分歧</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Labels and what they are confused with</source>
        <translation>各标签与混淆情况</translation>
    </message>
    <message>
        <source>Pairs, strict F1</source>
        <translation>两两之间，严格 F1</translation>
    </message>
    <message>
        <source>Rounds, strict F1</source>
        <translation>各轮走势，严格 F1</translation>
    </message>
    <message>
        <source>What seeing candidates does</source>
        <translation>预先高亮的影响</translation>
    </message>
    <message>
        <source>Most disputed articles</source>
        <translation>分歧最多的文章</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Takes a while. Enter computes it.</source>
        <translation>较费时间，按 Enter 计算。</translation>
    </message>
    <message>
        <source>{share} % computed. Enter stops.</source>
        <translation>已算 {share} %，按 Enter 停止。</translation>
    </message>
    <message>
        <source>γ: alignment</source>
        <translation>γ，对齐</translation>
    </message>
    <message>
        <source>For training, not for judging anybody.</source>
        <translation>供培训参考，不是评判。</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 处，与数字相同</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} 处中的 {n} 处</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>未标</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Left undecided</source>
        <translation>未作判定</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Export both tables</source>
        <translation>导出两张表</translation>
    </message>
    <message>
        <source>first readings</source>
        <translation>首次标注</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>shown and blind</source>
        <translation>有预标与无预标</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>有预标</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>无预标</translation>
    </message>
    <message>
        <source>counts as none</source>
        <translation>算作“无”</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>A, B, C</source>
        <translation>A、B、C</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏标</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>boundary and label</source>
        <translation>边界和标签</translation>
    </message>
    <message>
        <source>split or merged</source>
        <translation>拆分或合并</translation>
    </message>
    <message>
        <source>All disagreements</source>
        <translation>全部分歧</translation>
    </message>
    <message>
        <source>{first} × boundary</source>
        <translation>{first} × 边界</translation>
    </message>
    <message>
        <source>Where a mark begins and ends</source>
        <translation>起止不同</translation>
    </message>
    <message>
        <source>Which label</source>
        <translation>标签不同</translation>
    </message>
    <message>
        <source>Undefined: no article was finished by two people.</source>
        <translation>无法计算：没有两人都完成的文章。</translation>
    </message>
    <message>
        <source>Undefined: nobody marked anything.</source>
        <translation>无法计算：没有任何标注。</translation>
    </message>
    <message>
        <source>Undefined: everything is in one category, so nothing could disagree by chance.</source>
        <translation>无法计算：全部属于同一类，偶然也不可能不一致。</translation>
    </message>
    <message>
        <source>Undefined: no two people marked the same stretch of text.</source>
        <translation>无法计算：没有两人标注过同一处文字。</translation>
    </message>
    <message>
        <source>Undefined: everybody marked everything.</source>
        <translation>无法计算：所有人标注了全部文字。</translation>
    </message>
    <message>
        <source>Undefined: marks of one person overlap; see the figures of each label, or γ.</source>
        <translation>无法计算：同一人的标注有重叠；请看各标签的数值或 γ。</translation>
    </message>
    <message>
        <source>Undefined: no candidate was decided by two people.</source>
        <translation>无法计算：没有两人都判定过的候选。</translation>
    </message>
    <message>
        <source>Not computed: it takes long and has to be asked for.</source>
        <translation>未计算：耗时较长，需另行要求。</translation>
    </message>
    <message>
        <source>Undefined: no article was read both with and without candidates.</source>
        <translation>无法计算：没有同时在有预标和无预标下完成的文章。</translation>
    </message>
    <message>
        <source>Undefined: no times were recorded.</source>
        <translation>无法计算：没有记录用时。</translation>
    </message>
    <message>
        <source>Undefined: those who saw no candidates marked all of them anyway.</source>
        <translation>无法计算：未见候选的人也标注了全部候选。</translation>
    </message>
    <message>
        <source>No interval: it takes at least two articles.</source>
        <translation>没有区间：至少需要两篇文章。</translation>
    </message>
    <message>
        <source>No interval: the figure is undefined in more than 5 % of the samples.</source>
        <translation>没有区间：超过 5 % 的重抽样中该数值无法计算。</translation>
    </message>
    <message>
        <source>Nobody marked anything.</source>
        <translation>没有任何标注。</translation>
    </message>
    <message>
        <source>They agree on every mark.</source>
        <translation>所有标注都一致。</translation>
    </message>
    <message>
        <source>They disagree on whether to mark, not on which label.</source>
        <translation>分歧在于标不标，而不在于标成哪个标签。</translation>
    </message>
    <message>
        <source>They mostly disagree on whether to mark.</source>
        <translation>分歧主要在于标不标。</translation>
    </message>
    <message>
        <source>They mostly disagree on where a mark begins and ends.</source>
        <translation>分歧主要在于边界。</translation>
    </message>
    <message>
        <source>They mostly disagree on which label.</source>
        <translation>分歧主要在于标签。</translation>
    </message>
    <message>
        <source>They disagree on several things, none of them most of the time.</source>
        <translation>分歧是多方面的，没有哪一种占多数。</translation>
    </message>
    <message>
        <source>∅ none</source>
        <translation>∅ 无</translation>
    </message>
    <message>
        <source>The project file keeps, for every decision: who made it (the name under which you work), what was decided and on which words, when, for how many seconds the span was on screen, and which candidates were shown. Notes and questions are kept too.

From this the project lead sees how far people agree, and whether they follow the program&apos;s candidates. You see your own figures first (Agreement, Ctrl+3).

Nothing leaves this computer unless you hand a file in. Keys, pauses and other programs are not recorded.</source>
        <translation>课题文件为每个判定保存：由谁作出（你工作时用的名字）、判定了什么、在哪些文字上、何时、该片段在屏幕上停留多少秒，以及当时显示了哪些候选。备注和存疑也会保存。

课题负责人由此看到大家的一致程度，以及大家是否跟着程序的候选走。你总是先看到自己的数值（一致性，Ctrl+3）。

除非你交回文件，否则任何内容都不会离开这台电脑。不记录按键、停顿和其他程序。</translation>
    </message>
    <message>
        <source>cards, sentence, table, lists</source>
        <translation>卡片、句子、表、列表</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>走格子</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>copy the table</source>
        <translation>复制表</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>AGREEMENT</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Wrote {names}</source>
        <translation>已写出 {names}</translation>
    </message>
    <message>
        <source>There are no figures yet.</source>
        <translation>还没有数值。</translation>
    </message>
    <message>
        <source>This is {name}&apos;s task file: only one person&apos;s work is in it. Agreement is read in the project, after a merge.</source>
        <translation>这是 {name} 的任务文件，里面只有一个人的工作。合并后请在课题文件中查看一致性。</translation>
    </message>
    <message>
        <source>No article was finished by two people yet. Give the same articles to several people: annotator assign.</source>
        <translation>还没有两人都完成的文章。把同样的文章分给几个人：annotator assign。</translation>
    </message>
    <message>
        <source>γ is being computed: {share} %</source>
        <translation>γ 在后台计算：{share} %</translation>
    </message>
    <message>
        <source>Copied the table. Ctrl+Shift+C copies it as LaTeX.</source>
        <translation>表已复制。Ctrl+Shift+C 复制为 LaTeX。</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>Allowing</name>
    <message>
        <source>M may now decide the same mentions in other articles too.</source>
        <translation>现在按 M 也可以判定其他文章中的同类。</translation>
    </message>
    <message>
        <source>M decides in one article only.</source>
        <translation>按 M 只判定本篇中的同类。</translation>
    </message>
    <message>
        <source>All that remains in an article may now be accepted at once.</source>
        <translation>现在可以一次采纳一篇文章中其余的全部候选。</translation>
    </message>
    <message>
        <source>What remains in an article is decided one by one.</source>
        <translation>一篇文章中其余的候选要逐个判定。</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>No font here has Chinese glyphs. Install one, for example Noto Sans CJK (fonts-noto-cjk).</source>
        <translation>这台电脑上没有中文字体。请先装一种，例如 Noto Sans CJK（软件包 fonts-noto-cjk）。</translation>
    </message>
    <message>
        <source>{who} writes this project now. It is open read-only here until it is closed there and opened again.</source>
        <translation>{who} 正在写这个课题，这里以只读方式打开。在那边关闭后重新打开，即可写入。</translation>
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
        <source>Where is {name} now?</source>
        <translation>“{name}”现在在哪里？</translation>
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
    <message>
        <source>This article is annotated without candidates. Rulings are not shown either.</source>
        <translation>本篇无预标，也不显示按规定不标的内容。</translation>
    </message>
    <message>
        <source>Looking for what rulings left out…</source>
        <translation>正在查找按规定不标的…</translation>
    </message>
    <message>
        <source>Rulings left nothing out of this article.</source>
        <translation>本篇没有按规定不标的内容。</translation>
    </message>
    <message>
        <source>Only a mark can be linked. Give the selection a label first, then press L.</source>
        <translation>只有标注能关联政策项目。请先按标签键补标所选文字，再按 L。</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>as the platform has it</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>raw lines, as they were printed</source>
        <translation>显示原始断行</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>返回   Esc</translation>
    </message>
    <message>
        <source>Letter size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>times the letter size</source>
        <translation>字号的倍数</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>行长</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>the window opens anew</source>
        <translation>窗口会重新打开</translation>
    </message>
</context>
<context>
    <name>ArticleFilter</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>盲标</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未动</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>在做</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>raw lines, {count} breaks</source>
        <translation>原始断行 {count}</translation>
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
        <source>Words, and terms: state:open label:… flag: file:… date:2020-06</source>
        <translation>可输词语和条件：状态:未完 标签:… 存疑: 来源:… 日期:2020-06</translation>
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
    <name>Backups</name>
    <message>
        <source>before a merge</source>
        <translation>合并之前</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>恢复备份之前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>during work</source>
        <translation>工作中自动</translation>
    </message>
    <message>
        <source>at closing</source>
        <translation>关闭时</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Restored: the project is as it was at {time}. How it was before is the newest backup.</source>
        <translation>已恢复：课题回到 {time} 时的样子。恢复前的状态存为最新的备份。</translation>
    </message>
    <message>
        <source>Made: {file}</source>
        <translation>已备份：{file}</translation>
    </message>
    <message>
        <source>Copies are made before a merge and before a backup is restored, every 30 minutes of work, and at closing if anything changed. The newest 20 stay, and the newest 5 of each kind. One can be restored as long as nothing was decided by hand since it was made. To go further back, open a copy: a file of its own beside the project, which stays as it is. What is decided in either file can be merged into the other.</source>
        <translation>合并之前、恢复备份之前会自动备份；工作时每 30 分钟、关闭时如有改动也会备份。保留最新的 20 份，并保留每一种的最新 5 份。只要备份之后没有人工判定，就可以恢复。要回到更早的状态，请打开副本：它是课题旁边另外的一个文件，课题本身保持原样。在任一文件里作的判定都可以合并到另一个文件。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>There is no backup yet. B makes one.</source>
        <translation>还没有备份。按 B 备份一份。</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>判定数</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>This is {file}, a copy as of {time}. The project itself is as it was.</source>
        <translation>现在打开的是 {file}，即 {time} 的副本。课题本身保持原样。</translation>
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
    <name>CodeStrip</name>
    <message>
        <source>key, then value · again takes it back · Esc leaves</source>
        <translation>先按项，再按值 · 再按一次取消 · Esc 离开</translation>
    </message>
</context>
<context>
    <name>Coding</name>
    <message>
        <source>Attributes belong to a mark. Give the selection a label first, then press A.</source>
        <translation>属性属于一处标注。请先给选中的文字一个标签，再按 A。</translation>
    </message>
    <message>
        <source>The scheme has no attributes for this label.</source>
        <translation>标签体系没有给这个标签设属性。</translation>
    </message>
    <message>
        <source>The scheme has no codes for articles.</source>
        <translation>标签体系没有设文章编码。</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation>明度</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>浓度</translation>
    </message>
    <message>
        <source>Propose a free colour</source>
        <translation>推荐一个颜色</translation>
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
        <source>Import annotations…</source>
        <translation>导入标注…</translation>
    </message>
    <message>
        <source>Cut the page anew…</source>
        <translation>重新切分版面…</translation>
    </message>
    <message>
        <source>Compute candidates again</source>
        <translation>重新计算候选</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>交回…</translation>
    </message>
    <message>
        <source>Lead: allow the same mentions in other articles</source>
        <translation>课题负责人：允许在其他文章中判定同类</translation>
    </message>
    <message>
        <source>Lead: allow accepting all that remains</source>
        <translation>课题负责人：允许采纳其余全部</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>关闭课题</translation>
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
        <source>History: what was done</source>
        <translation>历史：做过什么</translation>
    </message>
    <message>
        <source>Copy the words alone</source>
        <translation>只复制文字</translation>
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
        <source>Link to a programme</source>
        <translation>关联政策项目</translation>
    </message>
    <message>
        <source>Attributes of the mark…</source>
        <translation>标注的属性…</translation>
    </message>
    <message>
        <source>Codes of the article…</source>
        <translation>文章编码…</translation>
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
        <source>Caret: select by words</source>
        <translation>光标：按词选取</translation>
    </message>
    <message>
        <source>Choose a label…</source>
        <translation>选择标签…</translation>
    </message>
    <message>
        <source>Decide all same mentions…</source>
        <translation>判定所有相同的提及…</translation>
    </message>
    <message>
        <source>Accept all that remains</source>
        <translation>采纳其余全部候选</translation>
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
        <source>Order: by page</source>
        <translation>顺序：按版面</translation>
    </message>
    <message>
        <source>Order: most doubtful first</source>
        <translation>顺序：最没把握的在前</translation>
    </message>
    <message>
        <source>Order: most candidates first</source>
        <translation>顺序：候选最多的在前</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>You and gold</source>
        <translation>我与金标准</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Candidates&apos; sources</source>
        <translation>候选来源</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>标签体系</translation>
    </message>
    <message>
        <source>Rulings</source>
        <translation>疑难表</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>Revisit marks of changed labels…</source>
        <translation>回看标签变动过的标注…</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>筛选文章</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在本篇中查找</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Show what rulings left out</source>
        <translation>查看按规定不标的</translation>
    </message>
    <message>
        <source>Show or fold repeats</source>
        <translation>展开或折叠重复段</translation>
    </message>
    <message>
        <source>Show raw lines or heal their breaks</source>
        <translation>显示原始断行或接合断行</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>Appearance…</source>
        <translation>外观…</translation>
    </message>
    <message>
        <source>Show or hide the articles</source>
        <translation>显示或隐藏文章栏</translation>
    </message>
    <message>
        <source>Show or hide candidates and labels</source>
        <translation>显示或隐藏候选与标签栏</translation>
    </message>
    <message>
        <source>Show or hide the toolbar</source>
        <translation>显示或隐藏工具栏</translation>
    </message>
    <message>
        <source>Move the panes, or fix them again</source>
        <translation>移动各栏，或重新固定</translation>
    </message>
    <message>
        <source>Usual places of the panes</source>
        <translation>各栏恢复原位</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Pane before</source>
        <translation>上一栏</translation>
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
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Tour of the desk</source>
        <translation>一分钟上手</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>记录了什么</translation>
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
    <name>Concordance</name>
    <message>
        <source>J K step   Space tick   Ctrl+A all   1…Y label   Enter show   [ ] sort   / search   Esc back</source>
        <translation>J K 上下   空格 勾选   Ctrl+A 全勾   1…Y 判为标签   Enter 看原文   [ ] 按左邻、右邻排   / 检索   Esc 返回</translation>
    </message>
    <message>
        <source>Space tick   1…Y label   Enter show   Esc back</source>
        <translation>空格 勾选   1…Y 判为标签   Enter 看原文   Esc 返回</translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation>出现之处</translation>
    </message>
    <message>
        <source>Label as</source>
        <translation>判为</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>{count} occurrences in {articles} articles</source>
        <translation>{count} 处，在 {articles} 篇里</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} 处（共 {all}）</translation>
    </message>
    <message>
        <source>the first {most}; look for more words to see all</source>
        <translation>只列前 {most} 处；多输几个字可看全</translation>
    </message>
    <message>
        <source>None of the occurrences is like this. Choose “all” above.</source>
        <translation>没有符合条件的。请在上面选“全部”。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>检索中…</translation>
    </message>
    <message>
        <source>Type two characters or more; one is looked for with Enter. Column breaks, widths and quotation marks are looked through.</source>
        <translation>输入两个字以上即检索；只查一个字按 Enter。断行、全半角和引号都不影响。</translation>
    </message>
    <message>
        <source>Enter looks for a single character.</source>
        <translation>按 Enter 检索单个字。</translation>
    </message>
    <message>
        <source>These words stand in no article.</source>
        <translation>没有文章里有这几个字。</translation>
    </message>
    <message>
        <source>{count} ticked</source>
        <translation>已勾 {count} 处</translation>
    </message>
    <message>
        <source>{count} ticked in {articles} articles</source>
        <translation>已勾 {count} 处，在 {articles} 篇里</translation>
    </message>
    <message>
        <source>This article is finished. Reopen it to decide there.</source>
        <translation>这一篇已经完成。要改请先重新打开该篇。</translation>
    </message>
    <message>
        <source>place</source>
        <translation>出现位置</translation>
    </message>
    <message>
        <source>left neighbour</source>
        <translation>左邻</translation>
    </message>
    <message>
        <source>right neighbour</source>
        <translation>右邻</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>未标</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未判</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Words in all articles</source>
        <translation>在全部文章中检索</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左文</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右文</translation>
    </message>
    <message>
        <source>occurrence</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cuts a word</source>
        <translation>切断词语</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复段</translation>
    </message>
    <message>
        <source>in {surface}</source>
        <translation>在“{surface}”内</translation>
    </message>
    <message>
        <source>New articles are being indexed. What is found so far may not be all.</source>
        <translation>正在为新文章建索引，眼下的结果可能不全。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>处理中…</translation>
    </message>
    <message>
        <source>{count} decided in {articles} articles in one step. Ctrl+Z takes it back.</source>
        <translation>一步判定 {count} 处，在 {articles} 篇里。Ctrl+Z 可整步撤销。</translation>
    </message>
    <message>
        <source>{count} needed nothing.</source>
        <translation>{count} 处无须改动。</translation>
    </message>
    <message>
        <source>{count} stand in finished articles and were left.</source>
        <translation>{count} 处在已完成的文章里，未动。</translation>
    </message>
    <message>
        <source>{count} would overlap with a mark and were left.</source>
        <translation>{count} 处与已有标注重叠，未动。</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中文字。</translation>
    </message>
    <message>
        <source>Copied: “{words}”</source>
        <translation>已复制：“{words}”</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation>程序出了错。</translation>
    </message>
    <message>
        <source>Every decision you made is on disk. You can continue, or quit and open the project again: it opens on the same span. The report below holds no text of your articles; please send it to those who look after the program. Nothing is sent by itself.</source>
        <translation>你做的每一步判定都已存盘。可以继续，也可以退出后重新打开课题：会回到同一处。下面的报告不含文章内容，请发给维护程序的人。程序不会自动发送任何内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>and {count} more, in the log</source>
        <translation>另有 {count} 处错误，见日志</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Crashing</name>
    <message>
        <source>The log is in {folder}.</source>
        <translation>日志在 {folder}。</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Save the plot</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>Save the workload sheet</source>
        <translation>保存工作量表</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Nobody has decided anything yet.</source>
        <translation>还没有人判定过。</translation>
    </message>
    <message>
        <source>Precision of candidates by source, 95 % interval</source>
        <translation>各来源候选的准确率（95% 区间）</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>marks a day</source>
        <translation>每天标注</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Marks by day</source>
        <translation>每天的标注</translation>
    </message>
    <message>
        <source>Marks by label</source>
        <translation>各标签的标注</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No marks yet. Space accepts the current candidate.</source>
        <translation>还没有标注。按空格采纳当前候选。</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>high</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>No candidate has been accepted or rejected yet.</source>
        <translation>还没有采纳或排除过候选。</translation>
    </message>
    <message>
        <source>median seconds</source>
        <translation>中位数（秒）</translation>
    </message>
    <message>
        <source>lower quartile</source>
        <translation>下四分位</translation>
    </message>
    <message>
        <source>upper quartile</source>
        <translation>上四分位</translation>
    </message>
    <message>
        <source>Seconds for a decision, median and quartiles</source>
        <translation>每次判定的秒数（中位数与四分位）</translation>
    </message>
    <message>
        <source>Articles by person</source>
        <translation>各人的文章</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Tab goes on · S saves the plot · W the workload sheet · Ctrl+C copies a table</source>
        <translation>Tab 走到下一处 · S 保存图 · W 工作量表 · Ctrl+C 复制表格</translation>
    </message>
    <message>
        <source>Workload sheet…</source>
        <translation>工作量表…</translation>
    </message>
    <message>
        <source>all rounds</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>S saves this plot as PNG, SVG or CSV.</source>
        <translation>按 S 把这张图存为 PNG、SVG 或 CSV。</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Being drawn…</source>
        <translation>正在绘图…</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message>
        <source>No span here.</source>
        <translation>此处没有片段。</translation>
    </message>
    <message>
        <source>{words}, {state}, {label}, number {number} of {all}</source>
        <translation>{words}，{state}，{label}，第 {number} 处，共 {all} 处</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
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
        <source>γ of marks this crowded needs SciPy: install annotator[gamma].</source>
        <translation>标注这样密集时，计算 γ 需要 SciPy：请安装 annotator[gamma]。</translation>
    </message>
    <message>
        <source>Say what these labels are called here: {labels}. --labels OLD=NEW</source>
        <translation>请写明这些标签在本课题中对应什么：{labels}。--labels 旧=新</translation>
    </message>
    <message>
        <source>{count} files would not be imported.</source>
        <translation>有 {count} 个文件不会导入。</translation>
    </message>
    <message>
        <source>{count} files were not taken: {why}.</source>
        <translation>{count} 个文件未取用：{why}。</translation>
    </message>
    <message>
        <source>A code needs an id without “=”, not “{id}”.</source>
        <translation>编码的标识不能含“=”，也不能为空：“{id}”。</translation>
    </message>
    <message>
        <source>{code}: a choice needs values to choose from, and nothing else has any.</source>
        <translation>{code}：选择项要有取值，其他项不能有取值。</translation>
    </message>
    <message>
        <source>Each key in {where} must be one digit or capital letter, not “{key}”.</source>
        <translation>{where} 里的键必须是一个数字或大写字母，不能是“{key}”。</translation>
    </message>
    <message>
        <source>Two entries in {where} have the {what} {twice}.</source>
        <translation>{where} 里有两项的 {what} 都是 {twice}。</translation>
    </message>
    <message>
        <source>{value} is no colour. Give #RRGGBB.</source>
        <translation>{value} 不是颜色。请写成 #RRGGBB。</translation>
    </message>
    <message>
        <source>{label} is retired or it is not; a retired label has no key.</source>
        <translation>{label} 要么停用，要么在用；停用的标签没有键。</translation>
    </message>
    <message>
        <source>{label} cannot be merged into {into}.</source>
        <translation>{label} 不能并入 {into}。</translation>
    </message>
    <message>
        <source>the text is neither UTF-8 nor GB18030.</source>
        <translation>文本既不是 UTF-8，也不是 GB18030。</translation>
    </message>
    <message>
        <source>{folder} is not a folder. Name the folder with the texts.</source>
        <translation>{folder} 不是文件夹。请给出存放文本的文件夹。</translation>
    </message>
    <message>
        <source>{path}: {why}</source>
        <translation>{path}：{why}</translation>
    </message>
    <message>
        <source>{name}, line {line}: article {number} is in none of the {count} texts of {folder}.</source>
        <translation>{name} 第 {line} 行：{folder} 的 {count} 个文本中都找不到文章 {number}。</translation>
    </message>
    <message>
        <source>{name}, line {line}: “{said}” does not stand at {start}–{end} of article {number}, but “{found}”; it was left out.</source>
        <translation>{name} 第 {line} 行：文章 {number} 的 {start}–{end} 处不是“{said}”，而是“{found}”；此处已略去。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {field}: {why}.</source>
        <translation>{name} 第 {line} 行：{field}：{why}。</translation>
    </message>
    <message>
        <source>spaCy files need the package spacy, which is not installed. Run: pip install spacy.</source>
        <translation>spaCy 文件需要 spacy 包，尚未安装。请运行：pip install spacy。</translation>
    </message>
    <message>
        <source>Each part of a split needs a ratio above zero, such as 8:1:1; got {ratios}.</source>
        <translation>划分的每一部分都要有大于零的比例，例如 8:1:1；现为 {ratios}。</translation>
    </message>
    <message>
        <source>There is no part “{part}” for blind articles; the parts are {ratios}.</source>
        <translation>没有名为“{part}”的部分可放无预标文章；各部分为 {ratios}。</translation>
    </message>
    <message>
        <source>Every article would have to be blind: “{part}” is the only part.</source>
        <translation>“{part}”是唯一的部分，所有文章都须是无预标的。</translation>
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
        <source>{name}: a file of the format {kind} is not read line by line.</source>
        <translation>{name}：{kind} 格式的文件不能逐行读取。</translation>
    </message>
    <message>
        <source>{name}: a file of the format {kind} is read together with the texts beside it.</source>
        <translation>{name}：{kind} 格式的文件须与旁边的文本一起读取。</translation>
    </message>
    <message>
        <source>{name}: the text is empty.</source>
        <translation>{name}：文本为空。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the offsets should hold “{said}”, but the text there is “{found}”.</source>
        <translation>{name} 第 {line} 行：该偏移处应为“{said}”，而文本是“{found}”。</translation>
    </message>
    <message>
        <source>{name}, line {line}: this is not a line of brat&apos;s standoff format.</source>
        <translation>{name} 第 {line} 行：这不是 brat standoff 格式的行。</translation>
    </message>
    <message>
        <source>{name}, line {line}: “{found}” is one mention in pieces with other words between them.</source>
        <translation>{name} 第 {line} 行：“{found}”是一处分成几段的提及，各段之间夹有别的文字。</translation>
    </message>
    <message>
        <source>{path} is not UTF-8, the only encoding that brat knows.</source>
        <translation>{path} 不是 UTF-8 编码，而 brat 只认 UTF-8。</translation>
    </message>
    <message>
        <source>{where} is too large for a CAS: more than {limit} bytes.</source>
        <translation>{where} 作为 CAS 文件太大：超过 {limit} 字节。</translation>
    </message>
    <message>
        <source>{where} is not a CAS: it holds no text (Sofa).</source>
        <translation>{where} 不是 CAS 文件：其中没有文本（Sofa）。</translation>
    </message>
    <message>
        <source>{where}: the annotation {start}–{end} ({label}) is not a range of its text, counted in UTF-16 units.</source>
        <translation>{where}：标注 {start}–{end}（{label}）不在其文本之内（按 UTF-16 单元计）。</translation>
    </message>
    <message>
        <source>{where} holds a text of more than {limit} characters.</source>
        <translation>{where} 中有超过 {limit} 字的文本。</translation>
    </message>
    <message>
        <source>{where} is too large for a CAS: more than {limit} objects.</source>
        <translation>{where} 作为 CAS 文件太大：超过 {limit} 个对象。</translation>
    </message>
    <message>
        <source>{where} is not a JSON CAS: it has no list {name}.</source>
        <translation>{where} 不是 JSON CAS：缺少列表 {name}。</translation>
    </message>
    <message>
        <source>{where} is not JSON ({why}).</source>
        <translation>{where} 不是 JSON（{why}）。</translation>
    </message>
    <message>
        <source>{where} declares a document type, which no CAS needs; it was not read.</source>
        <translation>{where} 声明了文档类型（DTD），CAS 文件不需要它；未读取。</translation>
    </message>
    <message>
        <source>{where}, line {line}: this is not XML ({why}).</source>
        <translation>{where} 第 {line} 行：不是 XML（{why}）。</translation>
    </message>
    <message>
        <source>{where}: it claims an encoding that there is not ({why}).</source>
        <translation>{where}：所声明的编码不存在（{why}）。</translation>
    </message>
    <message>
        <source>{where} holds more elements than any CAS, or nests them too deep.</source>
        <translation>{where} 的元素多于任何 CAS 文件，或嵌套过深。</translation>
    </message>
    <message>
        <source>{where} is XML, but not XMI.</source>
        <translation>{where} 是 XML，但不是 XMI。</translation>
    </message>
    <message>
        <source>{name}, line {line}: “{token}” does not stand where the row says in the text of the comment line.</source>
        <translation>{name} 第 {line} 行：“{token}”不在该行所说的位置（以注释行中的文本为准）。</translation>
    </message>
    <message>
        <source>{name}, line {line}: a row needs a token and a tag, between them a tab or blanks.</source>
        <translation>{name} 第 {line} 行：每行须有词例和标记，中间以制表符或空格隔开。</translation>
    </message>
    <message>
        <source>{name}, line {line}: this token begins before the one above it ends.</source>
        <translation>{name} 第 {line} 行：这个词例的起点在上一行词例的终点之前。</translation>
    </message>
    <message>
        <source>{name}, task {task}: it is unclear which field is the text. Call it text; its fields are: {fields}.</source>
        <translation>{name} 第 {task} 个任务：不清楚哪个字段是正文。请将其命名为 text；现有字段：{fields}。</translation>
    </message>
    <message>
        <source>{name}, task {task}: a region of labels has no start and end.</source>
        <translation>{name} 第 {task} 个任务：有一个标签区域没有起点和终点。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the span {start}–{end} is not a range of the text, which has {length} characters.</source>
        <translation>{name} 第 {line} 行：片段 {start}–{end} 不在文本范围内，文本共 {length} 个字符。</translation>
    </message>
    <message>
        <source>{name}, line {line}: there are rare characters before spans, and the offsets may count code points or UTF-16 units. Say which it is.</source>
        <translation>{name} 第 {line} 行：片段之前有生僻字，偏移量可能按码位计，也可能按 UTF-16 单元计。请指明是哪一种。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the span {start}–{end} begins or ends inside a character, if its offsets count UTF-16 units.</source>
        <translation>{name} 第 {line} 行：若偏移量按 UTF-16 单元计，片段 {start}–{end} 的起点或终点落在一个字符中间。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the span {start}–{end} should be “{said}”, but the text there is “{found}”.</source>
        <translation>{name} 第 {line} 行：片段 {start}–{end} 应为“{said}”，而该处文本是“{found}”。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {why}.</source>
        <translation>{name} 第 {line} 行：{why}。</translation>
    </message>
    <message>
        <source>{where} is too large: more than {limit} bytes.</source>
        <translation>{where} 太大：超过 {limit} 字节。</translation>
    </message>
    <message>
        <source>{where} is too large: it unpacks to more than {limit} bytes.</source>
        <translation>{where} 太大：解压后超过 {limit} 字节。</translation>
    </message>
    <message>
        <source>{where}: spaCy files need the package spacy, which is not installed. Run: pip install spacy.</source>
        <translation>{where}：spaCy 文件需要 spacy 包，尚未安装。请运行：pip install spacy。</translation>
    </message>
    <message>
        <source>{where} is not a spaCy DocBin, or damaged ({why}).</source>
        <translation>{where} 不是 spaCy DocBin 文件，或已损坏（{why}）。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {tag} is no tag such as O, B-LABEL, I-LABEL, E-LABEL or S-LABEL.</source>
        <translation>{name} 第 {line} 行：{tag} 不是 O、B-标签、I-标签、E-标签、S-标签 这样的标记。</translation>
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
        <source>This is a workbook, not a text of {bytes} bytes.</source>
        <translation>这是工作簿，不是 {bytes} 字节的文本。</translation>
    </message>
    <message>
        <source>{file} holds no table on its first sheet.</source>
        <translation>{file} 的第一张工作表中没有表格。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a workbook cannot hold these characters. Write CSV.</source>
        <translation>{file} 第 {line} 行：工作簿存不下这些字符，请改存 CSV。</translation>
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
        <source>What is ruled must be spans of {article} with labels of the scheme.</source>
        <translation>裁定的必须是 {article} 里的片段，标签也要在标签体系之内。</translation>
    </message>
    <message>
        <source>This project is open read-only here. Nothing is written.</source>
        <translation>这个课题在这里以只读方式打开，没有写入任何内容。</translation>
    </message>
    <message>
        <source>The scheme does not allow these to overlap. Choose one of them, or another range.</source>
        <translation>标签体系不允许它们重叠。请只选一个，或另定起止。</translation>
    </message>
    <message>
        <source>A person needs a name with at least one letter.</source>
        <translation>名字不能是空白。</translation>
    </message>
    <message>
        <source>Somebody is named twice: {names}.</source>
        <translation>有人被列了两次：{names}。</translation>
    </message>
    <message>
        <source>{count} people cannot each read an article {times} times over.</source>
        <translation>只有 {count} 人，一篇文章无法由 {times} 人阅读。</translation>
    </message>
    <message>
        <source>There is nothing to give out in the round {round}.</source>
        <translation>轮次 {round} 没有可分配的文章。</translation>
    </message>
    <message>
        <source>The share {what} must lie between 0 and 1, not at {share}.</source>
        <translation>比例 {what} 应在 0 与 1 之间，不能是 {share}。</translation>
    </message>
    <message>
        <source>{name} holds no lines.</source>
        <translation>{name} 里一行内容也没有。</translation>
    </message>
    <message>
        <source>{why} Unknown labels: {labels}. Say what they are called here: --labels OLD=NEW. Nothing of this file was imported.</source>
        <translation>{why} 未知标签：{labels}。请说明它们在此的名称：--labels 旧=新。此文件未导入任何内容。</translation>
    </message>
    <message>
        <source>{count} decisions were made since {path}. They would be lost; nothing was restored. Open the backup as a copy instead.</source>
        <translation>自 {path} 以来又有 {count} 条判定，恢复会丢失它们；未作恢复。可以改为打开这份备份的副本。</translation>
    </message>
    <message>
        <source>{name} was changed after it was counted. Add it again.</source>
        <translation>{name} 在统计之后被改动过，请重新添加。</translation>
    </message>
    <message>
        <source>{name} has more than {count} labels.</source>
        <translation>{name} 的标签超过 {count} 个。</translation>
    </message>
    <message>
        <source>{name} was changed while it was read. Nothing of this file was imported.</source>
        <translation>读取 {name} 时，该文件被改动了。此文件的内容一概没有导入。</translation>
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
        <source>{old} cannot become {new}: the scheme has no such label.</source>
        <translation>{old} 不能改为 {new}：标签体系中没有此标签。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the span {start}–{end} holds nothing but white space. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：片段 {start}–{end} 只有空白。此文件未导入任何内容。</translation>
    </message>
    <message>
        <source>{name}, line {line}: “{surface}” does not stand in one article of its page. Nothing of this file was imported.</source>
        <translation>{name} 第 {line} 行：“{surface}”不在版面的同一篇文章里。这个文件没有导入任何内容。</translation>
    </message>
    <message>
        <source>{name}, line {line}: the scheme has no label {label}.</source>
        <translation>{name} 第 {line} 行：标签体系中没有标签 {label}。</translation>
    </message>
    <message>
        <source>{path} is a backup of another project.</source>
        <translation>{path} 是另一个课题的备份。</translation>
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
        <source>{path} is a task that was handed out: its articles and candidates stay as they are, so that everybody sees the same.</source>
        <translation>{path} 是分发出去的任务：文章和候选保持不变，好让每个人看到的都一样。</translation>
    </message>
    <message>
        <source>{path} holds what this program does not write: {what}. It was not read.</source>
        <translation>{path} 含有本程序不会写入的内容：{what}。未读取。</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Copy or download it again.</source>
        <translation>{path} 已损坏（{why}）。请重新复制或下载。</translation>
    </message>
    <message>
        <source>{path} was changed after it was handed in: it holds {now} decisions, the seal says {then}. Hand it in again.</source>
        <translation>{path} 在交回之后又被改动：现有 {now} 条判定，封条记为 {then} 条。请重新交回。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>{path} is empty. Copy or download it again.</source>
        <translation>{path} 是空文件。请重新复制或下载。</translation>
    </message>
    <message>
        <source>{path} is incomplete: {there} of {expected} bytes. Copy or download it again.</source>
        <translation>{path} 不完整：应有 {expected} 字节，只有 {there} 字节。请重新复制或下载。</translation>
    </message>
    <message>
        <source>{path} is open, or was not closed. Close it and hand it in with: annotator hand-in.</source>
        <translation>{path} 正在打开，或未正常关闭。请先关闭，再用 annotator hand-in 交回。</translation>
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
        <source>A chart is saved as .png, .svg or .csv, not as {suffix}.</source>
        <translation>图可以存为 .png、.svg 或 .csv，不能存为 {suffix}。</translation>
    </message>
    <message>
        <source>The scheme is changed where the work is handed out, not here.</source>
        <translation>标签体系要在分发任务的课题里改，这里不能改。</translation>
    </message>
    <message>
        <source>Gold is what was adjudicated in the round {gold}; it is not in {name}.</source>
        <translation>金标准是在 {gold} 轮仲裁的结果，不在 {name} 轮。</translation>
    </message>
    <message>
        <source>There is no gold yet: nobody has adjudicated an article to its end (round {gold}).</source>
        <translation>还没有金标准：尚无文章仲裁完成（{gold} 轮）。</translation>
    </message>
    <message>
        <source>A split has two or three parts, such as 8:2 or 8:1:1.</source>
        <translation>划分为两份或三份，例如 8:2 或 8:1:1。</translation>
    </message>
    <message>
        <source>{path} is not a folder. Choose another name.</source>
        <translation>{path} 不是文件夹。请换一个名称。</translation>
    </message>
    <message>
        <source>{path} is a folder with other things in it. Choose another name.</source>
        <translation>{path} 是文件夹，里面有其他内容。请换一个名称。</translation>
    </message>
    <message>
        <source>{path} holds {name}, which is not of the export that was written there, or was changed since. Choose another name.</source>
        <translation>{path} 中的 {name} 不属于先前写在那里的导出，或已被改动。请换一个名称。</translation>
    </message>
    <message>
        <source>The ledger can only be written as one file of jsonl: no other format holds it.</source>
        <translation>判定记录只能写成一个 jsonl 文件：其他格式容纳不下。</translation>
    </message>
    <message>
        <source>{path} is neither OLD=NEW nor a file: {why}.</source>
        <translation>{path} 既不是 旧=新，也不是文件：{why}。</translation>
    </message>
    <message>
        <source>{path} is not CSV: {why}.</source>
        <translation>{path} 不是 CSV：{why}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: two columns are needed, the old label and the new one.</source>
        <translation>{path} 第 {line} 行：需要两列，旧标签和新标签。</translation>
    </message>
    <message>
        <source>{name} holds mentions without texts. Join them first: annotator rehydrate {name} FOLDER OUT.</source>
        <translation>{name} 只有提及，没有原文。请先运行：annotator rehydrate {name} 文件夹 OUT。</translation>
    </message>
    <message>
        <source>{path} is the task itself. Choose another name.</source>
        <translation>{path} 就是任务文件本身。请换一个名称。</translation>
    </message>
    <message>
        <source>{path} is a folder. Name the file too.</source>
        <translation>{path} 是文件夹。请写出文件名。</translation>
    </message>
    <message>
        <source>{path} exists already and is not an earlier hand-in of this task. Choose another name.</source>
        <translation>{path} 已存在，且不是本任务先前交回的文件。请换一个名称。</translation>
    </message>
    <message>
        <source>Nothing was given out yet. Begin with: annotator assign {path} --to NAME,NAME.</source>
        <translation>尚未分配任务。请先运行：annotator assign {path} --to 姓名,姓名。</translation>
    </message>
    <message>
        <source>Nothing was given to {names}.</source>
        <translation>没有分配给 {names} 的任务。</translation>
    </message>
    <message>
        <source>{path} is no update.</source>
        <translation>{path} 不是更新文件。</translation>
    </message>
    <message>
        <source>{path} is an update of another task: that of {name}.</source>
        <translation>{path} 是另一份任务（{name}）的更新。</translation>
    </message>
    <message>
        <source>{path} is damaged: {why}.</source>
        <translation>{path} 已损坏：{why}。</translation>
    </message>
    <message>
        <source>{path} exists already. To bring it up to date, hand out with --update.</source>
        <translation>{path} 已存在。要更新它，请在分发时加 --update。</translation>
    </message>
    <message>
        <source>There is nothing to import in {paths}: no file of a kind that can be read ({kinds}).</source>
        <translation>{paths} 里没有可导入的内容：没有能读取的文件（{kinds}）。</translation>
    </message>
    <message>
        <source>{name} is not of the format that its name says.</source>
        <translation>{name} 的内容与其文件名所示的格式不符。</translation>
    </message>
    <message>
        <source>A programme needs a name.</source>
        <translation>政策项目要有名称。</translation>
    </message>
    <message>
        <source>Programmes are added in the project itself, not in a task file. Link to another one, or write a note.</source>
        <translation>政策项目只能在课题本身里新增，不能在任务文件里新增。请关联别的项目，或写备注。</translation>
    </message>
    <message>
        <source>Nobody has finished an article in a round called {name}. Rounds: {rounds}.</source>
        <translation>没有人在名为 {name} 的轮次中完成过文章。轮次：{rounds}。</translation>
    </message>
    <message>
        <source>{date} is not a date. Write 2026-03-31 or 2026-03-31T18:00+08:00.</source>
        <translation>{date} 不是日期。请写成 2026-03-31 或 2026-03-31T18:00+08:00。</translation>
    </message>
    <message>
        <source>Nobody called {name} has finished an article. People: {people}.</source>
        <translation>没有名叫 {name} 的人完成过文章。人员：{people}。</translation>
    </message>
    <message>
        <source>There is no label {label} in this project.</source>
        <translation>本课题没有标签 {label}。</translation>
    </message>
    <message>
        <source>No article was finished by two people, so there is nothing to compare. Finished: {finished}.</source>
        <translation>没有两人都完成的文章，无从比较。已完成：{finished}。</translation>
    </message>
    <message>
        <source>None of {count} files could be merged. The first: {why}</source>
        <translation>{count} 个文件都无法合并。第一个：{why}</translation>
    </message>
    <message>
        <source>{path} is the project itself.</source>
        <translation>{path} 就是本课题文件。</translation>
    </message>
    <message>
        <source>{path} is an update of somebody&apos;s task. Merge it into their task file.</source>
        <translation>{path} 是某人任务的更新，请合并到其任务文件中。</translation>
    </message>
    <message>
        <source>{path} belongs to another project. Nothing of it was taken.</source>
        <translation>{path} 属于另一个课题，未取用任何内容。</translation>
    </message>
    <message>
        <source>Nothing of {path} could be read. Go back to a backup of it.</source>
        <translation>{path} 中什么也读不出来。请改用它的备份。</translation>
    </message>
    <message>
        <source>Not one article of {name} is in the texts of {folder}. The first: {why}</source>
        <translation>{folder} 的文本中没有 {name} 的任何一篇文章。第一篇：{why}</translation>
    </message>
    <message>
        <source>A sample must be a share between 0 and 1 or a number of articles, not {sample}.</source>
        <translation>抽样应为 0 与 1 之间的比例或篇数，不能是 {sample}。</translation>
    </message>
    <message>
        <source>An answer needs at least a word.</source>
        <translation>答复至少要写一个字。</translation>
    </message>
    <message>
        <source>{value} is no threshold: give a number from 0 to 1.</source>
        <translation>{value} 不是阈值：请填 0 到 1 之间的数。</translation>
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
        <source>{label} needs a name.</source>
        <translation>{label} 还没有名称。</translation>
    </message>
    <message>
        <source>Line {line}: write a key, an id and a name, for example: G genre 体裁 / Genre</source>
        <translation>第 {line} 行：请写键、标识和名称，例如：G genre 体裁 / Genre</translation>
    </message>
    <message>
        <source>Line {line}: a value stands under its code; begin with the code.</source>
        <translation>第 {line} 行：取值写在编码下面，请先写编码。</translation>
    </message>
    <message>
        <source>The program made a mistake. This was not finished.</source>
        <translation>程序出错，这件事没有完成。</translation>
    </message>
    <message>
        <source>Pasted line {line}: the scheme has no label {label}; it has {labels}</source>
        <translation>粘贴的第 {line} 行：标签体系中没有标签 {label}；现有 {labels}</translation>
    </message>
    <message>
        <source>Pasted line {line}: “{term}” cannot be a term; it needs 2 to 40 characters.</source>
        <translation>粘贴的第 {line} 行：“{term}”不能作词条，应有 2 至 40 个字。</translation>
    </message>
    <message>
        <source>{file}: “{term}” cannot be a term; it needs 2 to 40 characters.</source>
        <translation>{file}：“{term}”不能作词条，应有 2 至 40 个字。</translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB; it was not read.</source>
        <translation>{path} 大于 {most} MB，没有读取。</translation>
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
        <source>The label scheme of this project is damaged. Go back to a backup, or use: annotator recover.</source>
        <translation>本课题的标签体系已损坏。请改用备份，或运行：annotator recover。</translation>
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
    <message>
        <source>{text} is no split: write two or three weights, such as 8:1:1.</source>
        <translation>{text} 不是划分比例：请写两个或三个数，例如 8:1:1。</translation>
    </message>
    <message>
        <source>{text} is not a whole number.</source>
        <translation>{text} 不是整数。</translation>
    </message>
    <message>
        <source>{text} is not a share: write 20% or 0.2.</source>
        <translation>{text} 不是比例：请写 20% 或 0.2。</translation>
    </message>
    <message>
        <source>{text} is neither a number of articles nor a share: write 50 or 20%.</source>
        <translation>{text} 既不是篇数也不是比例：请写 50 或 20%。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Layer</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标准</translation>
    </message>
    <message>
        <source>ledger: all decisions</source>
        <translation>判定记录：全部判定</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>all rounds</source>
        <translation>全部轮次</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>有预标</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>无预标</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>只到日期</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标记法</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>位置单位</translation>
    </message>
    <message>
        <source>as the tool counts</source>
        <translation>按该工具的算法</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>码位</translation>
    </message>
    <message>
        <source>Never divide</source>
        <translation>不拆开</translation>
    </message>
    <message>
        <source>what is printed alike</source>
        <translation>内容相同的文章</translation>
    </message>
    <message>
        <source>a newspaper</source>
        <translation>同一报纸</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>同一年份</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>说明书</translation>
    </message>
    <message>
        <source>finished articles only</source>
        <translation>只要已完成的文章</translation>
    </message>
    <message>
        <source>keep what is printed again</source>
        <translation>保留重复段</translation>
    </message>
    <message>
        <source>pseudonyms A1, A2…</source>
        <translation>用代号 A1、A2……</translation>
    </message>
    <message>
        <source>heal line breaks</source>
        <translation>去掉断行</translation>
    </message>
    <message>
        <source>with the sentence</source>
        <translation>附所在句子</translation>
    </message>
    <message>
        <source>test on blind articles only</source>
        <translation>测试集只用无预标文章</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>{articles} articles with {spans} spans would be written.</source>
        <translation>将写出 {articles} 篇文章、{spans} 个片段。</translation>
    </message>
    <message>
        <source>Written: {articles} articles with {spans} spans.</source>
        <translation>已写出 {articles} 篇文章、{spans} 个片段。</translation>
    </message>
    <message>
        <source>this program&apos;s own: everything, one article a line</source>
        <translation>本程序自有格式：内容最全，每行一篇</translation>
    </message>
    <message>
        <source>tasks for Prodigy, with tokens</source>
        <translation>Prodigy 任务，带词元</translation>
    </message>
    <message>
        <source>DocBin, to train spaCy pipelines</source>
        <translation>DocBin，用于训练 spaCy</translation>
    </message>
    <message>
        <source>a dataset folder with a card</source>
        <translation>数据集文件夹，带说明书</translation>
    </message>
    <message>
        <source>one token a line with tags, for sequence labelling</source>
        <translation>每行一个词元及标记，用于序列标注</translation>
    </message>
    <message>
        <source>lines for doccano&apos;s import</source>
        <translation>供 doccano 导入</translation>
    </message>
    <message>
        <source>tasks and label settings for Label Studio</source>
        <translation>Label Studio 的任务和标签设置</translation>
    </message>
    <message>
        <source>UIMA files, for INCEpTION</source>
        <translation>UIMA 文件，供 INCEpTION 使用</translation>
    </message>
    <message>
        <source>texts with .ann files beside them</source>
        <translation>文本与并列的 .ann 文件</translation>
    </message>
    <message>
        <source>one mention a row, for R, Stata or Excel</source>
        <translation>每行一处提及，供 R、Stata 或 Excel</translation>
    </message>
    <message>
        <source>one mention a row, as a workbook</source>
        <translation>每行一处提及的工作簿</translation>
    </message>
    <message>
        <source>mentions without texts, where texts may not be passed on</source>
        <translation>只有提及、没有正文，用于正文不得外传时</translation>
    </message>
    <message>
        <source>overlapping mentions</source>
        <translation>重叠的标注</translation>
    </message>
    <message>
        <source>who marked what</source>
        <translation>标注人</translation>
    </message>
    <message>
        <source>links to programmes</source>
        <translation>与政策项目的关联</translation>
    </message>
    <message>
        <source>notes and flags</source>
        <translation>备注与存疑</translation>
    </message>
    <message>
        <source>sources of candidates</source>
        <translation>候选的来源</translation>
    </message>
    <message>
        <source>rejected candidates</source>
        <translation>被排除的候选</translation>
    </message>
    <message>
        <source>{count} spans hold nothing but white space</source>
        <translation>{count} 个片段只有空白</translation>
    </message>
    <message>
        <source>{count} cells hold characters that a workbook cannot; each is replaced by U+FFFD</source>
        <translation>{count} 个单元格含有工作簿不支持的字符，已换成 U+FFFD</translation>
    </message>
    <message>
        <source>{count} characters cannot stand in XML; each is replaced by U+FFFD</source>
        <translation>{count} 个字符不能出现在 XML 中，已换成 U+FFFD</translation>
    </message>
    <message>
        <source>{count} spans have a label that the newest scheme does not have; they have no tag</source>
        <translation>{count} 个片段的标签不在最新标签体系中，未作标记</translation>
    </message>
    <message>
        <source>{count} cells are longer than a workbook allows and are cut</source>
        <translation>{count} 个单元格超过工作簿的长度限制，已截断</translation>
    </message>
    <message>
        <source>{count} spans have notes or flags, which this format does not hold</source>
        <translation>{count} 个片段带备注或存疑，该格式不能容纳</translation>
    </message>
    <message>
        <source>{count} spans overlap a longer one and have no tag</source>
        <translation>{count} 个片段与更长的片段重叠，未作标记</translation>
    </message>
    <message>
        <source>{count} Parquet files were not written: install pyarrow for them</source>
        <translation>{count} 个 Parquet 文件未写出：需要安装 pyarrow</translation>
    </message>
    <message>
        <source>{count} spans are linked to programmes, which this format does not hold</source>
        <translation>{count} 个片段关联了政策项目，该格式不能容纳</translation>
    </message>
    <message>
        <source>{count} rejected candidates, which this format does not hold</source>
        <translation>{count} 个被排除的候选，该格式不能容纳</translation>
    </message>
    <message>
        <source>{count} spans stand in paragraphs printed before, which count once</source>
        <translation>{count} 个片段位于重复段中，重复段只计一次</translation>
    </message>
    <message>
        <source>{count} spans begin or end inside a word and have no tag</source>
        <translation>{count} 个片段的边界在词中间，未作标记</translation>
    </message>
    <message>
        <source>{count} spans lost white space at their ends</source>
        <translation>{count} 个片段去掉了首尾空白</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What the format holds</source>
        <translation>该格式能容纳的内容</translation>
    </message>
    <message>
        <source>What would be written and lost</source>
        <translation>将写出与丢失的内容</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The first article as it will be written</source>
        <translation>第一篇文章的输出</translation>
    </message>
    <message>
        <source>The command that does the same</source>
        <translation>等效的命令行</translation>
    </message>
    <message>
        <source>It cannot be shown as text; the figures below are of the whole export.</source>
        <translation>无法以文本显示；下面的数字是整个导出的结果。</translation>
    </message>
    <message>
        <source>Copied. The command is run in the project&apos;s folder.</source>
        <translation>已复制。请在课题所在的文件夹中运行。</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>what for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Counting over the whole project…</source>
        <translation>正在对整个课题计数…</translation>
    </message>
    <message>
        <source>{done} of {all} articles</source>
        <translation>{done}/{all} 篇</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Holds: {what}.</source>
        <translation>能容纳：{what}。</translation>
    </message>
    <message>
        <source>Does not hold: {what}.</source>
        <translation>不能容纳：{what}。</translation>
    </message>
    <message>
        <source>mentions with labels</source>
        <translation>带标签的标注</translation>
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
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在本篇中查找</translation>
    </message>
    <message>
        <source>Column breaks, widths and quotation marks are looked through</source>
        <translation>断行、全半角和引号都不影响查找</translation>
    </message>
    <message>
        <source>Enter next   Tab into the article   Esc back</source>
        <translation>Enter 下一处   Tab 到正文   Esc 返回</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>in a folded repeat, Ctrl+R shows it</source>
        <translation>在折叠的重复段里，按 Ctrl+R 展开</translation>
    </message>
    <message>
        <source>{count} in folded repeats</source>
        <translation>{count} 处在折叠的重复段里</translation>
    </message>
</context>
<context>
    <name>GuidelineForm</name>
    <message>
        <source>Language of the guideline</source>
        <translation>总则的语言</translation>
    </message>
    <message>
        <source>Guideline in Markdown</source>
        <translation>总则（Markdown）</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Markdown. Pictures and pages from elsewhere are not loaded.</source>
        <translation>用 Markdown 写。不加载外来的图片和网页。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Commands, labels, articles</source>
        <translation>命令、标签、文章</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Accepted “{words}”</source>
        <translation>采纳“{words}”</translation>
    </message>
    <message>
        <source>Moved “{was}” → “{words}”</source>
        <translation>移动“{was}”→“{words}”</translation>
    </message>
    <message>
        <source>Rejected “{words}”</source>
        <translation>排除“{words}”</translation>
    </message>
    <message>
        <source>Skipped “{words}”</source>
        <translation>略过“{words}”</translation>
    </message>
    <message>
        <source>Added “{words}”</source>
        <translation>补标“{words}”</translation>
    </message>
    <message>
        <source>Removed “{words}”</source>
        <translation>删去“{words}”</translation>
    </message>
    <message>
        <source>Relabelled “{words}”</source>
        <translation>改标“{words}”</translation>
    </message>
    <message>
        <source>Coded “{words}”: {value}</source>
        <translation>给“{words}”填属性：{value}</translation>
    </message>
    <message>
        <source>Adjudicated “{words}”</source>
        <translation>仲裁“{words}”</translation>
    </message>
    <message>
        <source>Finished {article}</source>
        <translation>完成 {article}</translation>
    </message>
    <message>
        <source>Reopened {article}</source>
        <translation>重新打开 {article}</translation>
    </message>
    <message>
        <source>Coded {article}: {value}</source>
        <translation>给 {article} 填属性：{value}</translation>
    </message>
    <message>
        <source>Adjudicated {article}: nothing here</source>
        <translation>仲裁 {article}：此处无标注</translation>
    </message>
    <message>
        <source>Flagged {what}</source>
        <translation>存疑 {what}</translation>
    </message>
    <message>
        <source>Took the flag off {what}</source>
        <translation>取消存疑 {what}</translation>
    </message>
    <message>
        <source>Note on {what}: {value}</source>
        <translation>备注 {what}：{value}</translation>
    </message>
    <message>
        <source>Took the note off {what}</source>
        <translation>删去备注 {what}</translation>
    </message>
    <message>
        <source>Linked {what}</source>
        <translation>链接 {what}</translation>
    </message>
    <message>
        <source>Unlinked {what}</source>
        <translation>取消链接 {what}</translation>
    </message>
    <message>
        <source>{count} same</source>
        <translation>同类 {count} 处</translation>
    </message>
    <message>
        <source>all {count} that remained</source>
        <translation>其余 {count} 处全部</translation>
    </message>
    <message>
        <source>{count} in repeats</source>
        <translation>重复段 {count} 处</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Changed {what}</source>
        <translation>改动 {what}</translation>
    </message>
    <message>
        <source>Other work was done since; this step cannot be redone.</source>
        <translation>此后又做了别的判定，这一步无法重做。</translation>
    </message>
    <message>
        <source>“{words}” stands there no more, or in a folded repeat.</source>
        <translation>“{words}”已不在那里，或在折叠的重复段里。</translation>
    </message>
    <message>
        <source>{count} steps redone.</source>
        <translation>已重做 {count} 步。</translation>
    </message>
    <message>
        <source>{count} steps undone; redo takes them back one by one.</source>
        <translation>已撤销 {count} 步；重做可逐步恢复。</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing was decided here yet.</source>
        <translation>这里还没有判定。</translation>
    </message>
    <message>
        <source>Place   Enter</source>
        <translation>到该处   回车</translation>
    </message>
    <message>
        <source>Back to here   Ctrl Enter</source>
        <translation>退回到此   Ctrl 回车</translation>
    </message>
    <message>
        <source>Forward to here   Ctrl Enter</source>
        <translation>重做到此   Ctrl 回车</translation>
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
        <translation>正在读取文件…</translation>
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
        <translation>正在导入…{done}/{all}</translation>
    </message>
    <message>
        <source>Reading… {done}/{all}</source>
        <translation>正在读取…{done}/{all}</translation>
    </message>
</context>
<context>
    <name>ImportSpans</name>
    <message>
        <source>Texts that are articles of this project: {count}.</source>
        <translation>已是本课题文章的文本：{count} 篇。</translation>
    </message>
    <message>
        <source>Articles of this project but for white space, width or repeats: {count}. Spans go where their words stand.</source>
        <translation>与本课题文章只差空白、全半角或重复段：{count} 篇。片段落到原文中相应的字词上。</translation>
    </message>
    <message>
        <source>Whole pages of this project: {count}. Each span goes to the article in which it stands.</source>
        <translation>本课题的整个版面：{count} 个。每个片段归入它所在的文章。</translation>
    </message>
    <message>
        <source>New texts, which become articles: {count}.</source>
        <translation>新文本，将成为文章：{count} 篇。</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>码点</translation>
    </message>
    <message>
        <source>Nothing here can be imported.</source>
        <translation>这里没有可以导入的内容。</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Import annotations: a folder</source>
        <translation>导入标注：选择文件夹</translation>
    </message>
    <message>
        <source>Cancelled: nothing was imported.</source>
        <translation>已取消：没有导入任何内容。</translation>
    </message>
    <message>
        <source>no such label</source>
        <translation>没有这个标签</translation>
    </message>
    <message>
        <source>label, key, or –</source>
        <translation>标签、按键或 –</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选定</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>What {label} is called here; a dash leaves it out</source>
        <translation>{label} 在本课题中对应的标签；输入短横表示不导入</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Drop files on the window, or add them here. Nothing is stored before Ctrl+Enter.</source>
        <translation>把文件拖到窗口里，或在这里添加。按 Ctrl+Enter 之前什么都不会保存。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>偏移量按</translation>
    </message>
    <message>
        <source>Spans become</source>
        <translation>片段导入为</translation>
    </message>
    <message>
        <source>What would come of it</source>
        <translation>导入后会怎样</translation>
    </message>
    <message>
        <source>Labels of the files, and what they are called here</source>
        <translation>文件里的标签，以及在本课题中对应的标签</translation>
    </message>
    <message>
        <source>The command that does the same</source>
        <translation>作用相同的命令</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Importing… {percent} %. Esc cancels it.</source>
        <translation>正在导入…{percent}%。按 Esc 取消。</translation>
    </message>
    <message>
        <source>Reading… {percent} %</source>
        <translation>正在读取…{percent}%</translation>
    </message>
    <message>
        <source>Whose annotation the spans become</source>
        <translation>片段算作谁的标注</translation>
    </message>
    <message>
        <source>Why files are refused</source>
        <translation>文件未被接受的原因</translation>
    </message>
    <message>
        <source>A label with “=” needs a CSV file: --labels FILE.csv</source>
        <translation>标签名里有“=”时须用 CSV 文件：--labels FILE.csv</translation>
    </message>
    <message>
        <source>Say whose annotation it is.</source>
        <translation>请写明是谁的标注。</translation>
    </message>
    <message>
        <source>So many labels need a CSV file on the command line: --labels FILE.csv</source>
        <translation>标签太多，请在命令行用 CSV 文件：--labels FILE.csv</translation>
    </message>
    <message>
        <source>Copied. The command is run in the project&apos;s folder, with the project closed.</source>
        <translation>已复制。请先关闭课题，再在课题所在的文件夹里运行该命令。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Labels without a choice yet: {count}.</source>
        <translation>还有 {count} 个标签没有选定。</translation>
    </message>
    <message>
        <source>Refused: {count}</source>
        <translation>未被接受：{count} 处</translation>
    </message>
    <message>
        <source>as recognised</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Imported: {spans} new candidates, {articles} new articles. To take it back, restore the backup made before it.</source>
        <translation>已导入：新候选 {spans} 个，新文章 {articles} 篇。若要撤回，请恢复导入前的备份。</translation>
    </message>
    <message>
        <source>Imported: {spans} new marks of {by}, {articles} new articles. To take it back, restore the backup made before it.</source>
        <translation>已导入：{by} 的新标注 {spans} 处，新文章 {articles} 篇。若要撤回，请恢复导入前的备份。</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>the finished annotation of</source>
        <translation>某人已完成的标注：</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未接受</translation>
    </message>
    <message>
        <source>{why} Nothing was imported.</source>
        <translation>{why}没有导入任何内容。</translation>
    </message>
    <message>
        <source>as recognised: {unit}</source>
        <translation>自动识别：{unit}</translation>
    </message>
    <message>
        <source>Their source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>no annotations</source>
        <translation>没有标注</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Files that are refused, each as a whole: {count}. The reasons are listed.</source>
        <translation>整份未被接受的文件：{count} 个，原因已列出。</translation>
    </message>
    <message>
        <source>Files without annotations, which stay out: {count}. Import them as pages.</source>
        <translation>没有标注、不在此导入的文件：{count} 个。请作为版面导入。</translation>
    </message>
    <message>
        <source>{name}: {count} more.</source>
        <translation>{name}：另有 {count} 处。</translation>
    </message>
    <message>
        <source>{name}: reading ended here.</source>
        <translation>{name}：读到这里为止。</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Filter: command or key</source>
        <translation>筛选：命令或按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令与按键</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>返回   Esc</translation>
    </message>
    <message>
        <source>Another key   Enter</source>
        <translation>换一个键   回车</translation>
    </message>
    <message>
        <source>No key   Backspace</source>
        <translation>不用按键   退格</translation>
    </message>
    <message>
        <source>Usual key   Del</source>
        <translation>恢复原键   Del</translation>
    </message>
    <message>
        <source>All usual keys   Ctrl Del</source>
        <translation>全部恢复   Ctrl Del</translation>
    </message>
    <message>
        <source>Press the new key for “{command}”. Esc leaves it as it is.</source>
        <translation>请按“{command}”的新按键。Esc 保持不变。</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”. Enter takes it from there; or press another key. Esc leaves it as it is.</source>
        <translation>{key} 已用于“{command}”。回车改归此处；也可另按一键。Esc 保持不变。</translation>
    </message>
    <message>
        <source>{key} is the key of the label “{label}”. Press another key; Esc leaves it as it is.</source>
        <translation>{key} 是标签“{label}”的按键。请另按一键；Esc 保持不变。</translation>
    </message>
    <message>
        <source>{key} switches Chinese input methods. Press another key; Esc leaves it as it is.</source>
        <translation>{key} 用于切换中文输入法。请另按一键；Esc 保持不变。</translation>
    </message>
    <message>
        <source>{key} turns the screen on some computers. Press another key; Esc leaves it as it is.</source>
        <translation>{key} 在有些电脑上会旋转屏幕。请另按一键；Esc 保持不变。</translation>
    </message>
    <message>
        <source>{key} belongs to the system or to lists and fields. Press another key; Esc leaves it as it is.</source>
        <translation>{key} 由系统、列表或输入框使用。请另按一键；Esc 保持不变。</translation>
    </message>
    <message>
        <source>Lists, fields and pages have keys of their own besides, which stay.</source>
        <translation>列表、输入框和各页面另有自己的按键，不在此更改。</translation>
    </message>
    <message>
        <source>{count} commands have other keys than usual.</source>
        <translation>已有 {count} 条命令改用其他按键。</translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Lexicon</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Patterns and vetoes</source>
        <translation>规则与不标规定</translation>
    </message>
    <message>
        <source>Programme register</source>
        <translation>政策项目库</translation>
    </message>
    <message>
        <source>Offered terms</source>
        <translation>待收词条</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>class name</source>
        <translation>类名</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>异写</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>traditional form</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>universal: only where the poor are spoken of</source>
        <translation>普惠：仅在涉贫处</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>政策项目</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>候选数</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>paste lines</source>
        <translation>粘贴多行</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>人工补标</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Nothing is offered now. A name that people added by hand twice or more, and that the lexicon lacks, appears here.</source>
        <translation>目前没有待收的词条。人工补标两次以上而词表中没有的名称会列在这里。</translation>
    </message>
    <message>
        <source>into the lexicon</source>
        <translation>收入词表</translation>
    </message>
    <message>
        <source>with this label</source>
        <translation>以此标签收入</translation>
    </message>
    <message>
        <source>never offer again</source>
        <translation>不再推荐</translation>
    </message>
    <message>
        <source>Into the lexicon</source>
        <translation>收入词表</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>不再推荐</translation>
    </message>
    <message>
        <source>Candidates learn from the decisions made in this project</source>
        <translation>候选从本课题的判定中学习</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>低于此分不提出</translation>
    </message>
    <message>
        <source>Dim below</source>
        <translation>低于此分显淡</translation>
    </message>
    <message>
        <source>Compute candidates again</source>
        <translation>重新计算候选</translation>
    </message>
    <message>
        <source>Delete what was learned</source>
        <translation>删除学到的内容</translation>
    </message>
    <message>
        <source>Nothing was learned yet.</source>
        <translation>还没有学习。</translation>
    </message>
    <message>
        <source>would hide {count} of the {total} present candidates</source>
        <translation>将隐去现有 {total} 个候选中的 {count} 个</translation>
    </message>
    <message>
        <source>dims {count} of {total}</source>
        <translation>{total} 个中显淡 {count} 个</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>on, off</source>
        <translation>启用、停用</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Hidden candidates are gone after the next computing; dimmed ones stay, painted fainter. Decisions stay as they are.</source>
        <translation>下次计算后不再提出被隐去的候选；显淡的仍在，只是颜色较浅。判定不受影响。</translation>
    </message>
    <message>
        <source>Learned on {date} from {examples} decisions, {kept} of them kept.</source>
        <translation>{date} 从 {examples} 条判定学得，其中保留 {kept} 条。</translation>
    </message>
    <message>
        <source>Names guessed by the tagger ({marks} marks): precision {precision}, recall {recall} on articles it had not seen.</source>
        <translation>标注模型（{marks} 处标注）在未见过的文章上：准确率 {precision}，召回率 {recall}。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>没有符合筛选的条目。</translation>
    </message>
    <message>
        <source>Nothing is here yet.</source>
        <translation>还没有条目。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>关联数</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>一行一个</translation>
    </message>
    <message>
        <source>merge into another</source>
        <translation>并入另一条</translation>
    </message>
    <message>
        <source>Go to the entry that “{name}” is to become part of, and press M there; M here gives up.</source>
        <translation>请到“{name}”要并入的条目上再按 M；在原处按 M 则放弃。</translation>
    </message>
    <message>
        <source>Nothing is merged.</source>
        <translation>没有合并。</translation>
    </message>
    <message>
        <source>the sentence</source>
        <translation>本句</translation>
    </message>
    <message>
        <source>the paragraph</source>
        <translation>本段</translation>
    </message>
    <message>
        <source>the paragraphs around</source>
        <translation>前后段落</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Examples tried</source>
        <translation>例子检验</translation>
    </message>
    <message>
        <source>new pattern</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>new veto</source>
        <translation>新不标规定</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>不标规定</translation>
    </message>
    <message>
        <source>This rule ships with the program: switch it off with Space, or copy it with D.</source>
        <translation>这条规则随程序提供：按空格停用，或按 D 复制后再改。</translation>
    </message>
    <message>
        <source>⟦ ⟧ marks the mention; RE2 dialect</source>
        <translation>用 ⟦ ⟧ 标出候选；RE2 语法</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Trust, 0 to 1</source>
        <translation>可信度（0–1）</translation>
    </message>
    <message>
        <source>Examples, one a line</source>
        <translation>例子，一行一条</translation>
    </message>
    <message>
        <source>⟦ ⟧ marks what is to be found</source>
        <translation>用 ⟦ ⟧ 标出应找到的文字</translation>
    </message>
    <message>
        <source>Counterexamples, one a line</source>
        <translation>反例，一行一条</translation>
    </message>
    <message>
        <source>Must match inside the mention</source>
        <translation>候选内须匹配</translation>
    </message>
    <message>
        <source>Must match near it</source>
        <translation>附近须匹配</translation>
    </message>
    <message>
        <source>Lifted where this matches near it</source>
        <translation>附近匹配时不适用</translation>
    </message>
    <message>
        <source>Only for lexicon kinds</source>
        <translation>仅限词条类别</translation>
    </message>
    <message>
        <source>How far “near” reaches</source>
        <translation>“附近”的范围</translation>
    </message>
    <message>
        <source>A number from 0 to 1.</source>
        <translation>请写 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>There is no kind {kind}. There are: {kinds}.</source>
        <translation>没有“{kind}”这一类；现有：{kinds}。</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>veto</source>
        <translation>不标规定</translation>
    </message>
    <message>
        <source>This project is open read-only here. Everything is shown, nothing can be changed.</source>
        <translation>本课题在此以只读方式打开：可以查看，不能改动。</translation>
    </message>
    <message>
        <source>This file was handed out as a task: everybody works with the same candidates, so nothing can be changed here.</source>
        <translation>这是分发出来的任务文件：人人使用同样的候选，所以这里不能改动。</translation>
    </message>
    <message>
        <source>There is nothing to undo on this page.</source>
        <translation>本页没有可以撤销的改动。</translation>
    </message>
    <message>
        <source>There is nothing to redo on this page.</source>
        <translation>本页没有可以重做的改动。</translation>
    </message>
    <message>
        <source>{count} terms are out of the lexicon. Ctrl+Z brings them back.</source>
        <translation>已从词表删去 {count} 条，Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>{new} terms pasted; {known} were there already.</source>
        <translation>粘贴了 {new} 条；另有 {known} 条已在词表中。</translation>
    </message>
    <message>
        <source>“{title}” is on.</source>
        <translation>“{title}”已启用。</translation>
    </message>
    <message>
        <source>“{title}” is off.</source>
        <translation>“{title}”已停用。</translation>
    </message>
    <message>
        <source>The rule is deleted. Ctrl+Z brings it back.</source>
        <translation>规则已删除，Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>{count} mentions are linked to “{name}”, so it stays. M merges it into another entry.</source>
        <translation>有 {count} 处标注关联着“{name}”，不能删除；按 M 可并入另一条目。</translation>
    </message>
    <message>
        <source>“{name}” is out of the register. Ctrl+Z brings it back.</source>
        <translation>“{name}”已从政策项目库删去，Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>“{name}” is now another name of “{into}”. {count} mentions keep the entry they were linked to.</source>
        <translation>“{name}”已并为“{into}”的别名；{count} 处标注仍关联原条目。</translation>
    </message>
    <message>
        <source>“{name}” is now another name of “{into}”.</source>
        <translation>“{name}”已并为“{into}”的别名。</translation>
    </message>
    <message>
        <source>“{term}” is in the lexicon.</source>
        <translation>“{term}”已收入词表。</translation>
    </message>
    <message>
        <source>“{term}” is not offered any more.</source>
        <translation>不再推荐“{term}”。</translation>
    </message>
    <message>
        <source>What was learned is deleted; decisions are as they were.</source>
        <translation>学到的内容已删除，判定原样保留。</translation>
    </message>
    <message>
        <source>{count} entries from {file}. Ctrl+Z takes them out.</source>
        <translation>从 {file} 读入 {count} 条，Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>{count} entries written to {file}.</source>
        <translation>已将 {count} 条写入 {file}。</translation>
    </message>
    <message>
        <source>The scheme has no label {label}. Its labels: {labels}.</source>
        <translation>标签体系中没有标签 {label}；现有：{labels}。</translation>
    </message>
    <message>
        <source>“{term}” has this label already.</source>
        <translation>“{term}”已有此标签。</translation>
    </message>
    <message>
        <source>The register has no programme called “{name}”. Leave it empty, or choose one of the list.</source>
        <translation>政策项目库中没有“{name}”。请留空，或从列表中选择。</translation>
    </message>
    <message>
        <source>A programme needs a name.</source>
        <translation>政策项目要有名称。</translation>
    </message>
    <message>
        <source>This is too long: {length} characters, at most {most}.</source>
        <translation>太长：{length} 个字符，最多 {most} 个。</translation>
    </message>
    <message>
        <source>A term is needed.</source>
        <translation>请写词条。</translation>
    </message>
    <message>
        <source>One character names nothing: at least {least}.</source>
        <translation>单字不成名称：至少 {least} 个字。</translation>
    </message>
    <message>
        <source>A term is one line, without blanks around it.</source>
        <translation>词条只占一行，前后没有空格。</translation>
    </message>
    <message>
        <source>“{name}” is what “{other}” goes by already.</source>
        <translation>“{name}”已是“{other}”的名称。</translation>
    </message>
    <message>
        <source>A rule needs a title in one language at least.</source>
        <translation>规则至少要有一种语言的名称。</translation>
    </message>
    <message>
        <source>Without an expression and without kinds it would drop everything.</source>
        <translation>既无表达式又无词条类别，会把全部候选去掉。</translation>
    </message>
    <message>
        <source>At most {most} examples.</source>
        <translation>例子最多 {most} 条。</translation>
    </message>
    <message>
        <source>An example has at most {most} characters.</source>
        <translation>一条例子最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>The rule does not do what this example asks: {examples}</source>
        <translation>规则没有做到此例所要求的：{examples}</translation>
    </message>
    <message>
        <source>The rule does what this counterexample forbids: {examples}</source>
        <translation>规则做了此反例所不许的：{examples}</translation>
    </message>
    <message>
        <source>A pattern needs an expression.</source>
        <translation>规则要有表达式。</translation>
    </message>
    <message>
        <source>One example at least; ⟦ ⟧ marks what is to be proposed.</source>
        <translation>至少一条例子，用 ⟦ ⟧ 标出应成为候选的文字。</translation>
    </message>
    <message>
        <source>In every example ⟦ ⟧ marks what is to be proposed.</source>
        <translation>每条例子都要用 ⟦ ⟧ 标出应成为候选的文字。</translation>
    </message>
    <message>
        <source>⟦ and ⟧ come in pairs, none inside another.</source>
        <translation>⟦ 与 ⟧ 要成对，不能嵌套。</translation>
    </message>
    <message>
        <source>This is no expression of the RE2 dialect: {reason}</source>
        <translation>这不是 RE2 表达式：{reason}</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>表格（*.csv *.xlsx）</translation>
    </message>
    <message>
        <source>Rules (*.toml)</source>
        <translation>规则（*.toml）</translation>
    </message>
    <message>
        <source>Candidates are out of date: F5 computes them again.</source>
        <translation>候选已过时：按 F5 重新计算。</translation>
    </message>
    <message>
        <source>SOURCES</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Scores, cross-validated: what is kept from a threshold on</source>
        <translation>分数的交叉验证：以某阈值为界</translation>
    </message>
    <message>
        <source>Too few articles were decided to say what the scores are worth.</source>
        <translation>已判定的文章太少，还说不出分数有多准。</translation>
    </message>
    <message>
        <source>No tagger: there are too few marks in finished articles, or CRFsuite is not installed.</source>
        <translation>没有标注模型：已完成文章中的标注太少，或没有安装 CRFsuite。</translation>
    </message>
    <message>
        <source>counterexample</source>
        <translation>反例</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>Counterexamples</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Take {count} rulings over as examples</source>
        <translation>把 {count} 条疑难答复收为例子</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>一行一个</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>不标</translation>
    </message>
    <message>
        <source>one a line: words = why 中文 / why English</source>
        <translation>一行一个：文字 = 中文理由 / 英文理由</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>不再使用</translation>
    </message>
    <message>
        <source>or into</source>
        <translation>或并入</translation>
    </message>
    <message>
        <source>Nobody’s decisions change. Marks of a merged label count as the other one from the new version on.</source>
        <translation>谁的判定都不会改变。合并后的标签，从新版本起按另一个标签算。</translation>
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
        <source>Ruled</source>
        <translation>疑难</translation>
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
    <message>
        <source>marked</source>
        <translation>要标</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>不标</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Drag the panes by their bars, or take them out. The same command fixes them again.</source>
        <translation>按住标题条可拖动各栏，也可拖出窗口。再用一次这个命令即重新固定。</translation>
    </message>
</context>
<context>
    <name>LeftOutList</name>
    <message>
        <source>Left out by rulings</source>
        <translation>按规定不标的</translation>
    </message>
    <message>
        <source>↑ ↓ choose</source>
        <translation>↑ ↓ 选择</translation>
    </message>
    <message>
        <source>Enter or a label key marks it</source>
        <translation>回车或标签键 补标</translation>
    </message>
    <message>
        <source>Esc leaves</source>
        <translation>Esc 返回</translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>Programmes</source>
        <translation>政策项目</translation>
    </message>
    <message>
        <source>Name, alias or pinyin initials</source>
        <translation>名称、别名或拼音首字母</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>政策项目</translation>
    </message>
    <message>
        <source>Programme of “{mention}”</source>
        <translation>“{mention}”指哪个政策项目</translation>
    </message>
    <message>
        <source>No programme</source>
        <translation>不关联政策项目</translation>
    </message>
    <message>
        <source>Add “{name}” to the register</source>
        <translation>把“{name}”加入政策项目库</translation>
    </message>
    <message>
        <source>Enter accepts and links</source>
        <translation>回车 采纳并关联</translation>
    </message>
    <message>
        <source>Enter links</source>
        <translation>回车 关联</translation>
    </message>
    <message>
        <source>↑ ↓ choose</source>
        <translation>↑ ↓ 选择</translation>
    </message>
    <message>
        <source>Backspace unlinks</source>
        <translation>退格 取消关联</translation>
    </message>
    <message>
        <source>Esc leaves</source>
        <translation>Esc 返回</translation>
    </message>
    <message>
        <source>linked now</source>
        <translation>现已关联</translation>
    </message>
    <message>
        <source>before: “{mention}”</source>
        <translation>上文：“{mention}”</translation>
    </message>
    <message>
        <source>goes by this name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>from the lexicon</source>
        <translation>词表所指</translation>
    </message>
    <message>
        <source>linked so in this article</source>
        <translation>本篇同样关联</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>{program} synchronises this folder. It may copy a project that is being written; a folder of your own is safer.</source>
        <translation>这个文件夹由 {program} 同步，可能在写入时把课题复制走；放在不同步的文件夹里更稳妥。</translation>
    </message>
    <message>
        <source>Say where the project file is to be.</source>
        <translation>请写明课题文件放在哪里。</translation>
    </message>
    <message>
        <source>This cannot be the name of a file.</source>
        <translation>这不能用作文件名。</translation>
    </message>
    <message>
        <source>Write the whole path, for example {example}.</source>
        <translation>请写完整路径，例如 {example}。</translation>
    </message>
    <message>
        <source>This is a folder. Name the file too, for example {example}.</source>
        <translation>这是文件夹，请把文件名也写上，例如 {example}。</translation>
    </message>
    <message>
        <source>This file exists already. Choose another name, or open it.</source>
        <translation>这个文件已经存在。请换个名字，或者直接打开它。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有 {folder} 这个文件夹。</translation>
    </message>
    <message>
        <source>Nothing can be written into {folder}.</source>
        <translation>不能写入文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Write your name: every decision carries it.</source>
        <translation>请写下名字：每条判定都会记上它。</translation>
    </message>
    <message>
        <source>The labels in a scheme file (.json)</source>
        <translation>用标签体系文件（.json）</translation>
    </message>
    <message>
        <source>the name of the study; empty: that of the file</source>
        <translation>研究的名称；留空则用文件名</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建课题</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>课题名称</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签体系</translation>
    </message>
    <message>
        <source>Who are you</source>
        <translation>我是谁</translation>
    </message>
    <message>
        <source>Where the project is to be</source>
        <translation>课题文件放在哪里</translation>
    </message>
    <message>
        <source>Scheme file</source>
        <translation>标签体系文件</translation>
    </message>
    <message>
        <source>Create and open</source>
        <translation>新建并打开</translation>
    </message>
    <message>
        <source>Choose a scheme file.</source>
        <translation>请选择标签体系文件。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Poverty alleviation: the {count} labels that ship</source>
        <translation>扶贫报道：自带的 {count} 个标签</translation>
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
    <name>Ordering</name>
    <message>
        <source>Articles come as they stand on their pages.</source>
        <translation>文章按版面上的次序排列。</translation>
    </message>
    <message>
        <source>Articles come with the most doubtful candidates first.</source>
        <translation>候选最没把握的文章排在前面。</translation>
    </message>
    <message>
        <source>Articles come with the most candidates first.</source>
        <translation>候选最多的文章排在前面。</translation>
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
    <name>Palette</name>
    <message>
        <source>Find a label, a command or an article</source>
        <translation>查找标签、命令或文章</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查到的</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>Nothing is called “{query}”.</source>
        <translation>没有叫“{query}”的。</translation>
    </message>
    <message>
        <source>Labels, commands, articles</source>
        <translation>标签、命令、文章</translation>
    </message>
    <message>
        <source>{what}: Chinese, English or pinyin initials</source>
        <translation>{what}：汉字、英文、拼音首字母都行</translation>
    </message>
    <message>
        <source>Tab only this kind</source>
        <translation>Tab 只看这一类</translation>
    </message>
    <message>
        <source>Tab everything</source>
        <translation>Tab 看全部</translation>
    </message>
    <message>
        <source>↑↓ choose</source>
        <translation>↑↓ 选</translation>
    </message>
    <message>
        <source>Enter do it</source>
        <translation>Enter 执行</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc 返回</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Select words first: a label needs something to stand on.</source>
        <translation>请先选中文字，标签要落在文字上。</translation>
    </message>
    <message>
        <source>Label as {name}</source>
        <translation>判为 {name}</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
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
    <name>ReadingSheet</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>caption</source>
        <translation>图注</translation>
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
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Link to a programme</source>
        <translation>关联政策项目</translation>
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
        <source>proper name</source>
        <translation>专名</translation>
    </message>
    <message>
        <source>class name</source>
        <translation>类名</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>异写</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>traditional characters</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>universal policy</source>
        <translation>普惠政策</translation>
    </message>
    <message>
        <source>lexicon</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>{source} ({sort})</source>
        <translation>{source}（{sort}）</translation>
    </message>
    <message>
        <source>kept {kept} of {decided}</source>
        <translation>{decided} 次中采纳 {kept} 次</translation>
    </message>
    <message>
        <source>not proposed here: “{text}” ({ruling})</source>
        <translation>此处不标“{text}”（{ruling}）</translation>
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
        <translation>移动边界</translation>
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
    <name>RevisitPage</name>
    <message>
        <source>Marks to revisit</source>
        <translation>待回看的标注</translation>
    </message>
    <message>
        <source>{count} marks of yours were made under an older version, on labels that have changed. Enter goes to one, Esc back.</source>
        <translation>您有 {count} 处标注是按旧版本做的，其标签后来改过。回车前往，Esc 返回。</translation>
    </message>
    <message>
        <source>Nothing to revisit: no mark of yours has a label that changed since. Esc goes back.</source>
        <translation>没有要回看的：您的标注所用的标签后来都没有改过。按 Esc 返回。</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>marks may overlap</source>
        <translation>标注可以重叠</translation>
    </message>
    <message>
        <source>one mark may lie inside another</source>
        <translation>一处标注可以套在另一处里面</translation>
    </message>
    <message>
        <source>marks share no character</source>
        <translation>标注之间不共用任何一个字</translation>
    </message>
    <message>
        <source>Attributes of spans</source>
        <translation>片段的属性</translation>
    </message>
    <message>
        <source>Codes of articles</source>
        <translation>文章的编码</translation>
    </message>
    <message>
        <source>A line each: KEY id 中文 / English. Indented below it: KEY id 中文 / English of every value.</source>
        <translation>一行一项：键 标识 中文 / English。取值缩进写在下面：键 标识 中文 / English。</translation>
    </message>
    <message>
        <source>Without values it is a yes. “= text” asks for words. “@ HEALTH, HOUSING” keeps an attribute to these labels.</source>
        <translation>没有取值的就是“是”。“= text”要填文字。“@ HEALTH, HOUSING”让属性只用于这些标签。</translation>
    </message>
</context>
<context>
    <name>RulingList</name>
    <message>
        <source>Doubtful cases</source>
        <translation>疑难条目</translation>
    </message>
</context>
<context>
    <name>RulingPage</name>
    <message>
        <source>The case</source>
        <translation>疑难之处</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>The rule that decides this case and others like it</source>
        <translation>写一条规则，这一处和类似的都照办</translation>
    </message>
    <message>
        <source>Answer   Ctrl Enter</source>
        <translation>答复   Ctrl 回车</translation>
    </message>
    <message>
        <source>{open} open, {all} in all</source>
        <translation>{open} 条待答，共 {all} 条</translation>
    </message>
    <message>
        <source>Nothing was flagged yet. F flags a doubtful span, N says why.</source>
        <translation>还没有存疑。按 F 给拿不准的片段加存疑，按 N 写明原因。</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>整篇文章</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>提问人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Rulings</source>
        <translation>疑难表</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>返回   Esc</translation>
    </message>
    <message>
        <source>R answer · Ctrl Enter give it · Enter open in the article · answers show beside the label</source>
        <translation>R 写答复 · Ctrl 回车提交 · 回车在文章中打开 · 答复会显示在标签旁</translation>
    </message>
    <message>
        <source>no rule about marking</source>
        <translation>不涉及标不标</translation>
    </message>
    <message>
        <source>is marked</source>
        <translation>要标</translation>
    </message>
    <message>
        <source>is not marked</source>
        <translation>不标</translation>
    </message>
    <message>
        <source>Label it concerns</source>
        <translation>涉及的标签</translation>
    </message>
    <message>
        <source>Is it marked?</source>
        <translation>标不标？</translation>
    </message>
    <message>
        <source>Export rulings</source>
        <translation>导出疑难表</translation>
    </message>
    <message>
        <source>Import rulings</source>
        <translation>导入疑难表</translation>
    </message>
    <message>
        <source>{count} rulings were written to {path}.</source>
        <translation>已把 {count} 条答复写入 {path}。</translation>
    </message>
    <message>
        <source>{count} rulings were taken over from {path}.</source>
        <translation>已从 {path} 收入 {count} 条答复。</translation>
    </message>
</context>
<context>
    <name>Same</name>
    <message>
        <source>“{surface}” stands nowhere else in this article to be decided.</source>
        <translation>本篇没有别处的“{surface}”需要判定。</translation>
    </message>
    <message>
        <source>{count} mentions decided in one step. Ctrl+Z takes it back.</source>
        <translation>一步判定了 {count} 处，按 Ctrl+Z 可整步撤销。</translation>
    </message>
    <message>
        <source>{count} candidates accepted in one step. Ctrl+Z takes it back.</source>
        <translation>一步采纳了 {count} 个候选，按 Ctrl+Z 可整步撤销。</translation>
    </message>
</context>
<context>
    <name>SameList</name>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>cuts a word</source>
        <translation>切断了词</translation>
    </message>
    <message>
        <source>inside another span</source>
        <translation>在另一片段之内</translation>
    </message>
    <message>
        <source>and {count} more in {articles} other articles</source>
        <translation>另有 {count} 处，在其他 {articles} 篇</translation>
    </message>
    <message>
        <source>no candidate</source>
        <translation>没有候选</translation>
    </message>
    <message>
        <source>Same mentions</source>
        <translation>相同的提及</translation>
    </message>
    <message>
        <source>Same mentions: “{surface}”</source>
        <translation>相同的提及：“{surface}”</translation>
    </message>
    <message>
        <source>{count} of {all} ticked</source>
        <translation>已勾 {count} 处，共 {all} 处</translation>
    </message>
    <message>
        <source>Enter {verdict}</source>
        <translation>Enter {verdict}</translation>
    </message>
    <message>
        <source>X reject</source>
        <translation>X 排除</translation>
    </message>
    <message>
        <source>label key: that label</source>
        <translation>标签键：判为该标签</translation>
    </message>
    <message>
        <source>Space tick</source>
        <translation>空格 勾选</translation>
    </message>
    <message>
        <source>J K step</source>
        <translation>J K 上下</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc 返回</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>label as {name}</source>
        <translation>判为{name}</translation>
    </message>
</context>
<context>
    <name>SaveForm</name>
    <message>
        <source>What changes</source>
        <translation>有哪些改动</translation>
    </message>
    <message>
        <source>Note on this version</source>
        <translation>这一版的说明</translation>
    </message>
    <message>
        <source>Why this version? (one sentence, for everybody)</source>
        <translation>为什么出这一版？（写一句给大家看）</translation>
    </message>
    <message>
        <source>Save   Enter</source>
        <translation>保存   回车</translation>
    </message>
    <message>
        <source>Older versions stay. Nobody’s decisions change; what a change touches can be listed and revisited.</source>
        <translation>旧版本都留着。谁的判定都不会改变；改动碰到的标注可以列出来回看。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>第 {version} 版</translation>
    </message>
</context>
<context>
    <name>Scheme</name>
    <message>
        <source>The labels are changed where the work is handed out. Here they can only be used. Esc goes back.</source>
        <translation>标签在分发任务的课题里改，这里只能用。按 Esc 返回。</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>defined otherwise</source>
        <translation>改了定义</translation>
    </message>
    <message>
        <source>new label {name}</source>
        <translation>新标签“{name}”</translation>
    </message>
    <message>
        <source>{name}: renamed from {before}</source>
        <translation>“{name}”：由“{before}”改名</translation>
    </message>
    <message>
        <source>{name}: merged into {into}</source>
        <translation>“{name}”：并入“{into}”</translation>
    </message>
    <message>
        <source>{name}: retired</source>
        <translation>“{name}”：停用</translation>
    </message>
    <message>
        <source>{name}: in use again</source>
        <translation>“{name}”：恢复使用</translation>
    </message>
    <message>
        <source>{name}: key {before} → {after}</source>
        <translation>“{name}”：键 {before} → {after}</translation>
    </message>
    <message>
        <source>{name}: another colour</source>
        <translation>“{name}”：换了颜色</translation>
    </message>
    <message>
        <source>{name}: definition, edge or examples changed</source>
        <translation>“{name}”：定义、边界或例子有改动</translation>
    </message>
    <message>
        <source>labels in another order</source>
        <translation>标签换了顺序</translation>
    </message>
    <message>
        <source>another rule for overlaps</source>
        <translation>重叠规则有改动</translation>
    </message>
    <message>
        <source>general guideline changed</source>
        <translation>总则有改动</translation>
    </message>
    <message>
        <source>attributes of spans changed</source>
        <translation>片段属性有改动</translation>
    </message>
    <message>
        <source>codes of articles changed</source>
        <translation>文章编码有改动</translation>
    </message>
    <message>
        <source>{count} marks</source>
        <translation>{count} 处标注</translation>
    </message>
    <message>
        <source>The draft of the labels is kept until you save it or close the project.</source>
        <translation>标签的草稿会留着，直到保存或关闭课题。</translation>
    </message>
    <message>
        <source>The labels are version {version} now.</source>
        <translation>标签体系现在是第 {version} 版。</translation>
    </message>
    <message>
        <source>{count} marks of yours can be revisited (menu View).</source>
        <translation>您有 {count} 处标注可以回看（“视图”菜单）。</translation>
    </message>
</context>
<context>
    <name>SchemeColour</name>
    <message>
        <source>usual sight</source>
        <translation>正常色觉</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>红色盲</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>绿色盲</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>蓝色盲</translation>
    </message>
    <message>
        <source>name {ink}:1, line {line}:1</source>
        <translation>名称 {ink}:1，线 {line}:1</translation>
    </message>
    <message>
        <source>too close to {name}: {figure} ({sight})</source>
        <translation>与“{name}”太近：{figure}（{sight}）</translation>
    </message>
    <message>
        <source>nearest {name}: {figure} ({sight})</source>
        <translation>最近的是“{name}”：{figure}（{sight}）</translation>
    </message>
</context>
<context>
    <name>SchemeList</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>SchemePage</name>
    <message>
        <source>Scheme</source>
        <translation>标签体系</translation>
    </message>
    <message>
        <source>Save as a version…   Ctrl S</source>
        <translation>存为新版本…   Ctrl S</translation>
    </message>
    <message>
        <source>Revisit…</source>
        <translation>回看…</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>返回   Esc</translation>
    </message>
    <message>
        <source>New label   Insert</source>
        <translation>新标签   Insert</translation>
    </message>
    <message>
        <source>Alt ↑ ↓ order · Enter edit</source>
        <translation>Alt ↑ ↓ 调整顺序 · 回车编辑</translation>
    </message>
    <message>
        <source>General guideline</source>
        <translation>总则</translation>
    </message>
    <message>
        <source>Overlaps, attributes, codes</source>
        <translation>重叠、属性、编码</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>version {version}, changed</source>
        <translation>第 {version} 版，有改动</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>第 {version} 版</translation>
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
    <name>Suggesting</name>
    <message>
        <source>{count} candidates in this project.</source>
        <translation>本课题共有 {count} 处候选。</translation>
    </message>
</context>
<context>
    <name>SystemFiles</name>
    <message>
        <source>{file} was not opened: leave this page first.</source>
        <translation>没有打开 {file}：请先离开当前页面。</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>main</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>pilot</source>
        <translation>试标</translation>
    </message>
    <message>
        <source>retest</source>
        <translation>重测</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>有预标</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>无预标</translation>
    </message>
    <message>
        <source>{articles} articles, {several} of them read by several: {cells}.</source>
        <translation>{articles} 篇文章，其中 {several} 篇由多人标注：{cells}。</translation>
    </message>
    <message>
        <source>Given out: {new} new tasks, {taken} taken back. Nothing is final: give out again, and whatever nobody has begun moves.</source>
        <translation>已分配 {new} 项新任务，收回 {taken} 项。可以随时重新分配：还没有人动手的任务会重新调整。</translation>
    </message>
    <message>
        <source>{name}: {file}, {articles} articles, {blind} blind.</source>
        <translation>{name}：{file}，{articles} 篇，其中无预标 {blind} 篇。</translation>
    </message>
    <message>
        <source>{name}: {new} new decisions, {known} known already; {newly} articles newly finished, {finished} in all.</source>
        <translation>{name}：新增 {new} 条判定，已有 {known} 条；新完成 {newly} 篇，累计 {finished} 篇。</translation>
    </message>
    <message>
        <source>{names}: {decisions} decisions, {finished} of {articles} articles finished.</source>
        <translation>{names}：{decisions} 条判定，{articles} 篇中已完成 {finished} 篇。</translation>
    </message>
    <message>
        <source>Brought up to date: {articles} articles, {count} marks to look at again. Every decision stayed.</source>
        <translation>已更新：{articles} 篇文章，{count} 处标注需要重看。所有判定都已保留。</translation>
    </message>
    <message>
        <source>person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>分发时间</translation>
    </message>
    <message>
        <source>newest work taken back</source>
        <translation>最近收回的判定</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>篇数</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{name}: update {file}. Their task file is elsewhere: they bring it in there.</source>
        <translation>{name}：更新文件 {file}。任务文件在本人手里，请其自行并入。</translation>
    </message>
    <message>
        <source>{name}: {file} brought up to date, {articles} articles, {blind} blind.</source>
        <translation>{name}：{file} 已更新，{articles} 篇，其中无预标 {blind} 篇。</translation>
    </message>
    <message>
        <source>Send this file to the lead, by mail or on a stick. Keep your task file and go on in it: you can hand in again at any time.</source>
        <translation>请把这个文件发给负责人（邮件或 U 盘均可）。任务文件请保留，可以继续工作并随时再次交回。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Handing in…</source>
        <translation>正在交回…</translation>
    </message>
    <message>
        <source>Bringing the update in…</source>
        <translation>正在并入更新…</translation>
    </message>
    <message>
        <source>Hand in: the file to send</source>
        <translation>交回：要发送的文件</translation>
    </message>
    <message>
        <source>Bring an update in</source>
        <translation>并入更新</translation>
    </message>
    <message>
        <source>handed-in</source>
        <translation>交回</translation>
    </message>
    <message>
        <source>Handing out…</source>
        <translation>正在分发…</translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>正在合并…</translation>
    </message>
    <message>
        <source>Take back: files that were handed in</source>
        <translation>合并：选择交回的文件</translation>
    </message>
    <message>
        <source>Giving out…</source>
        <translation>正在分配…</translation>
    </message>
    <message>
        <source>Hand out: a folder for the task files</source>
        <translation>分发：存放任务文件的文件夹</translation>
    </message>
    <message>
        <source>Update: the folder with the task files</source>
        <translation>更新：任务文件所在的文件夹</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Nobody has anything to read yet. Name people below and give out.</source>
        <translation>还没有分配任务。请在下面写上姓名，然后分配。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收条</translation>
    </message>
    <message>
        <source>Give out</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>分发…</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>words</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>体系版本</translation>
    </message>
    <message>
        <source>Marks to look at again</source>
        <translation>需要重看的标注</translation>
    </message>
    <message>
        <source>What this gives out</source>
        <translation>将分配的任务</translation>
    </message>
    <message>
        <source>What is to be expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>No pilot yet: let two people finish the same articles in the round “pilot”. From them the mentions of each label and the width of intervals can be told before the main round begins.</source>
        <translation>还没有试标：请让两个人在“试标”轮次完成同样的文章。据此可以在正式开始之前预估各标签的数量和置信区间的宽度。</translation>
    </message>
    <message>
        <source>Give out articles</source>
        <translation>分配文章</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>One task file for each person, with their articles and nobody else&apos;s work. Drop returned files here.</source>
        <translation>每人一份任务文件，只含本人的文章，不含他人的标注。交回的文件可以直接拖到窗口里。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing is read by several people, so there is no interval to expect.</source>
        <translation>没有多人同标的文章，因此没有可预期的区间。</translation>
    </message>
    <message>
        <source>From a pilot of {articles} articles: mentions of each label · half the width of the 95 % interval of its uα.</source>
        <translation>根据 {articles} 篇试标：各标签的标注数 · 其 uα 的 95 % 区间的半宽。</translation>
    </message>
    <message>
        <source>Say who is to read: names, with commas between them.</source>
        <translation>请写明由谁来读：姓名用逗号隔开。</translation>
    </message>
    <message>
        <source>{people} people, {given} tasks given, {finished} articles finished</source>
        <translation>{people} 人，已分配 {given} 项任务，完成 {finished} 篇</translation>
    </message>
    <message>
        <source>Your decisions stand in this file. Handing in writes a sealed copy of them; you can go on working and hand in again. An update from the lead brings a new scheme, lexicon or further articles; every decision stays.</source>
        <translation>你的判定都保存在这个文件里。交回时另写一份封好的副本；之后可以继续工作，再次交回。负责人发来的更新会带来新的标签体系、词表或更多文章；所有判定都会保留。</translation>
    </message>
    <message>
        <source>{name}&apos;s task: {finished} of {given} articles finished</source>
        <translation>{name} 的任务：{given} 篇中已完成 {finished} 篇</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>交回…</translation>
    </message>
    <message>
        <source>Bring an update in…</source>
        <translation>并入更新…</translation>
    </message>
    <message>
        <source>{articles} articles, each read by one person: agreement cannot be measured.</source>
        <translation>{articles} 篇文章，每篇一人：无法测量一致性。</translation>
    </message>
    <message>
        <source>Not taken: {why}</source>
        <translation>未收入：{why}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写出：{file}</translation>
    </message>
    <message>
        <source>Seal (SHA-256): {hash}</source>
        <translation>封条（SHA-256）：{hash}</translation>
    </message>
    <message>
        <source>{count} articles belong to another round and stay there.</source>
        <translation>{count} 篇属于其他轮次，保持不动。</translation>
    </message>
    <message>
        <source>Articles that print the same stay together, so shares can differ by {count} characters.</source>
        <translation>内容重复的文章不拆开，因此各人的份额可能相差 {count} 字。</translation>
    </message>
    <message>
        <source>Brought up to date: {articles} articles.</source>
        <translation>已更新：{articles} 篇文章。</translation>
    </message>
    <message>
        <source>How it was before stands in {file} (Project, Backups).</source>
        <translation>合并前的状态存于 {file}（课题 → 备份）。</translation>
    </message>
    <message>
        <source>{name}: nothing was decided in this file yet.</source>
        <translation>{name}：这个文件里还没有判定。</translation>
    </message>
    <message>
        <source>{count} marks to look at again: their labels have changed.</source>
        <translation>{count} 处标注需要重看：标签已改。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>names, with commas between them</source>
        <translation>姓名，用逗号隔开</translation>
    </message>
    <message>
        <source>Readers of an article</source>
        <translation>每篇人数</translation>
    </message>
    <message>
        <source>2 where articles overlap, else 1</source>
        <translation>有重叠时 2 人，否则 1 人</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>share that several read, such as 20%</source>
        <translation>多人同标的比例，例如 20%</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>无预标</translation>
    </message>
    <message>
        <source>share read without candidates, such as 10%</source>
        <translation>不显示候选的比例，例如 10%</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>all; or 50, or 20%</source>
        <translation>全部；或写 50、20%</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>This is no task file: there is nobody to hand it in to. Work is taken back on the page Team.</source>
        <translation>这不是任务文件，无需交回。收回工作请到“分工”页。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>The framed words are a candidate: a programme that was found for you. {key} accepts it and goes on.</source>
        <translation>框住的是候选，程序替你找到的政策项目。按 {key} 采纳，并走到下一处。</translation>
    </message>
    <message>
        <source>Not a mention of a programme? {key} rejects it. Just try.</source>
        <translation>不是政策项目？按 {key} 排除。放心试。</translation>
    </message>
    <message>
        <source>Another label? Press its key: 1 to 9, 0, Q to Y, as they stand at the lower right.</source>
        <translation>标签不对？按对的那个标签的键：1–9、0、Q–Y，见右下。</translation>
    </message>
    <message>
        <source>{key} makes the span longer by a word; with Alt it is the start that moves.</source>
        <translation>按 {key} 让末尾多取一个词；按住 Alt 则移动开头。</translation>
    </message>
    <message>
        <source>{key} takes the last step back. Everything is stored at once, and undo works tomorrow too.</source>
        <translation>按 {key} 撤销上一步。每一步都立即存盘，明天再开也能撤销。</translation>
    </message>
    <message>
        <source>Something was missed? Drag over it, or {key} and Shift with arrows; then press the key of a label.</source>
        <translation>有漏掉的？用鼠标拖选，或按 {key} 再用 Shift 加方向键选中，然后按标签键补标。</translation>
    </message>
    <message>
        <source>{key} finishes the article and opens the next; a second time where candidates are undecided.</source>
        <translation>按 {key} 完成本篇，打开下一篇；还有候选未判定时再按一次。</translation>
    </message>
    <message>
        <source>That is the whole job. Help shows this tour again, and ? all keys.</source>
        <translation>全部就是这些。“帮助”里可以重走一遍，按 ? 看全部按键。</translation>
    </message>
    <message>
        <source>Every article of the sample is finished. Reopen one (menu Annotate) to take the tour again.</source>
        <translation>示例课题的文章都完成了。在“标注”菜单里重新打开一篇，就能再走一遍。</translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message>
        <source>word</source>
        <translation>按词</translation>
    </message>
    <message>
        <source>character</source>
        <translation>按字</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选取</translation>
    </message>
    <message>
        <source>this word</source>
        <translation>选此词</translation>
    </message>
    <message>
        <source>add</source>
        <translation>补标</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>CARET</source>
        <translation>光标</translation>
    </message>
    <message>
        <source>Nothing is selected. Space takes the word at the caret, Shift with an arrow more.</source>
        <translation>还没有选中文字。空格选光标处的词，Shift 加方向键选更多。</translation>
    </message>
    <message>
        <source>The caret is on: keys decide nothing here. Esc goes back to deciding.</source>
        <translation>现在是光标模式，按键不作判定。按 Esc 回到判定。</translation>
    </message>
</context>
<context>
    <name>WarningPlace</name>
    <message>
        <source>{program} synchronises this project&apos;s folder: what it copies while the project is open may lack decisions. Close the project and move it to a folder of this computer alone; exchange work by Hand in and Merge.</source>
        <translation>课题所在的文件夹由 {program} 同步：打开期间被同步走的副本可能缺少判定。请关闭课题，移到只属于本机的文件夹；交接工作请用“交回”和“合并”。</translation>
    </message>
    <message>
        <source>This project is on a network drive: written by two computers at once, it breaks. Close the project and move it to a folder of this computer alone; exchange work by Hand in and Merge.</source>
        <translation>课题在网络盘上：两台电脑同时写入会损坏它。请关闭课题，移到只属于本机的文件夹；交接工作请用“交回”和“合并”。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation>试用示例课题</translation>
    </message>
    <message>
        <source>Invented pages and a tour of one article: about a minute, Esc leaves it</source>
        <translation>自带虚构版面，带你走完一篇，约一分钟，随时按 Esc 退出</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建课题</translation>
    </message>
    <message>
        <source>Where it lies, its labels, your name</source>
        <translation>选存放处、标签体系，写下你的名字</translation>
    </message>
    <message>
        <source>Open a project or task</source>
        <translation>打开课题或任务文件</translation>
    </message>
    <message>
        <source>A file that ends in .annot; it can be dropped here too</source>
        <translation>.annot 文件，也可直接拖进来</translation>
    </message>
    <message>
        <source>a digit opens</source>
        <translation>按数字键打开</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>我是 {name}</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>全在本机，不联网</translation>
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
        <source>rejected</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>try accepting</source>
        <translation>试试采纳</translation>
    </message>
    <message>
        <source>added</source>
        <translation>补标</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Open a page:</source>
        <translation>打开一张版面，</translation>
    </message>
    <message>
        <source>are found; one key decides.</source>
        <translation>已经替你找好，等你一键判定。</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>Locate again…</source>
        <translation>重新指定…</translation>
    </message>
    <message>
        <source>Enter locates it again, Delete takes it off the list</source>
        <translation>按 Enter 重新指定，按 Delete 移出列表</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>In a folder that {program} synchronises</source>
        <translation>在 {program} 同步文件夹里</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>最近</translation>
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
