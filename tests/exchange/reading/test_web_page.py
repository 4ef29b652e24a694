from collections.abc import Callable

import pytest

from annotator.exchange.reading import Document

Read = Callable[..., tuple[list[Document], list[str]]]

NEWS = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>扶贫车间开进安置点 - 云岭新闻网</title>
<meta name="ArticleTitle" content="扶贫车间开进安置点">
<meta name="PubDate" content="2020-06-01 08:30"><meta name="ContentSource" content="云岭日报">
<link rel="canonical" href="https://example.org/1.html"><style>p { color: red }</style>
<script>if (a<b) document.write("<p>假的</p>")</script></head>
<body><div class="nav"><a href="/">首页</a> <a href="/news">新闻，要闻</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; 正文</div>
<h1>扶贫车间开进安置点</h1><div class="info">来源：云岭日报</div>
<div id="content"><p>　　六月一日，云岭县易地扶贫搬迁安置点里机器声不断，
工人们正在赶制一批校服。</p><p>村民李某说，在家门口<b>上班</b>，每月能挣两千多元。<br>他还想多学一门手艺。</p>
<!-- 广告 --><p>&ldquo;雨露计划&#8221;资助的学生也回来了&nbsp;&lt;图&gt;。<p>没有结束标签的一段，也是一段。</div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/2">云岭县召开脱贫攻坚大会，部署下一步工作。</a></li></ul></div>
<div class="footer">版权所有，未经许可不得转载。</div></body></html>"""

TEXT = (
    "扶贫车间开进安置点\n\n六月一日，云岭县易地扶贫搬迁安置点里机器声不断，工人们正在赶制一批校服。\n\n"
    "村民李某说，在家门口上班，每月能挣两千多元。\n他还想多学一门手艺。\n\n“雨露计划”资助的学生也回来了\xa0<图>。\n\n没有结束标签的一段，也是一段。"
)

EDITION = """<html><head><title>云岭日报数字报</title></head><body><table><tr><td><table><tr><td>
<!--enpproperty <articleid>12</articleid><date>2020-06-01 00:00:00.0</date><author>张三</author><title><p>第一书记&amp;乡亲</p></title>
<introtitle>脱贫攻坚进行时</introtitle><subtitle></subtitle><nodename>第03版：要闻</nodename>/enpproperty-->
<div>第一书记&amp;乡亲</div>
<founder-content><!--enpcontent--><P>　　第一书记走进农家。</P><P>短。</P><!--/enpcontent-->
</founder-content></td></tr></table>
</td><td><a href=x>上一版</a>本报地址在云岭路一号，邮编，电话，广告，发行，欢迎订阅本报，谢谢。</td></tr></table></body></html>"""


def body(inner: str) -> str:
    return f"<html><body>{inner}</body></html>"


def test_the_text_of_a_page_of_news_is_headline_and_paragraphs(read: Read) -> None:
    ((document,), left_out) = read("a.html", NEWS)
    assert document.text == TEXT
    assert document.meta == {
        "title": "扶贫车间开进安置点",
        "date": "2020-06-01 08:30",
        "source": "云岭日报",
        "url": "https://example.org/1.html",
    }
    assert document.is_whole
    assert not left_out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_text_does_not_depend_on_the_encoding(read: Read, encoding: str) -> None:
    assert read("a.htm", NEWS.encode(encoding))[0][0].text == TEXT


def test_a_digital_edition_says_itself_what_its_text_is(read: Read) -> None:
    ((document,), _) = read("a.html", EDITION)
    assert document.text == "脱贫攻坚进行时\n\n第一书记&乡亲\n\n第一书记走进农家。\n\n短。"
    assert document.meta == {
        "title": "脱贫攻坚进行时 第一书记&乡亲",
        "date": "2020-06-01 00:00:00.0",
        "author": "张三",
        "page": "第03版：要闻",
    }


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("只有一行字", "只有一行字"),
        ("<p>第一段话，有标点。<p>第二段话，有标点。", "第一段话，有标点。\n\n第二段话，有标点。"),
        ("第一段话，有标点。<br><br>　　第二段话，有标点。<br>第二行。", "第一段话，有标点。\n\n第二段话，有标点。\n第二行。"),
        ("<ul><li>一，扶贫<li>二，扶志</ul>", "一，扶贫\n\n二，扶志"),
        ("<table><tr><td>县名<td>户数<tr><td>云岭县</td><td>2,300</td></tr></table>", "县名\n\n户数\n\n云岭县\n\n2,300"),
        ("<pre>一行\n  两行\n\n三行</pre>", "一行\n两行\n\n三行"),
        ("poverty\n  alleviation<i> work</i>", "poverty alleviation work"),
        ("扶贫\n车间 开工 work\n扶贫", "扶贫车间 开工 work 扶贫"),
        ("<div>外面的话。<div>里面的话。</div>又是外面的话。</div>", "外面的话。\n\n里面的话。\n\n又是外面的话。"),
        ("<p>5 < 6 且 7 > 6，&amp;amp; &unknown; &#0065;</p>", "5 < 6 且 7 > 6，&amp; &unknown; A"),
        ("<p>前<!-- 注释 <p>不见</p> -->后</p><!-->再<!--->见<!-- 不完", "前后\n\n再见"),
        ("<textarea>不是正文</textarea><select><option>选项</select>正文", "正文"),
        ("<svg><title>图</title><text>字</text></svg><p>有图的一页。</p>", "有图的一页。"),
        ('<a name="top">锚里的正文，不是链接，不能丢。<p>下一段。</p>', "锚里的正文，不是链接，不能丢。\n\n下一段。"),
        ("<p title='a>b' data-x=\"'\" hidden>属性里有括号。</p>", "属性里有括号。"),
        ("<td>没有表格的格<td>第二格", "没有表格的格\n\n第二格"),
        ("</div></p></table><p>多余的结束标签。</p></li>", "多余的结束标签。"),
    ],
)
def test_markup_becomes_paragraphs_as_a_browser_shows_them(read: Read, inner: str, text: str) -> None:
    ((document,), _) = read("a.html", body(inner))
    assert document.text == text


def test_parts_named_as_frame_are_kept_if_the_sentences_stand_there(read: Read) -> None:
    inner = '<div class="sidebar"><p>这个网站把正文放在侧栏里，不能因为名字就丢掉。</p></div><p>别的</p>'
    assert "不能因为名字就丢掉" in read("a.html", body(inner))[0][0].text


def test_a_lead_in_an_element_of_its_own_is_kept(read: Read) -> None:
    lead = "导语单独放在一个元素里，也是正文，占全文的一部分，不能丢。"
    text = read("a.html", body(f"<div><p>{lead}</p></div><div>{'<p>正文的一段，说扶贫车间的事情。</p>' * 5}</div>"))[0][0].text
    assert text.startswith(lead)


def test_without_a_heading_the_headline_is_that_of_the_page(read: Read) -> None:
    page = "<title>第一书记到村里_云岭日报_云岭新闻网</title><p>第一书记到村里的第一天，就走了十户人家。</p>"
    ((document,), _) = read("a.html", page)
    assert document.text == "第一书记到村里\n\n第一书记到村里的第一天，就走了十户人家。"


def test_a_page_of_scripts_alone_holds_no_text(read: Read) -> None:
    assert read("a.html", "<html><script>document.write('正文')</script><body></body></html>") == ([], ["a.html holds no text."])
