"""The guideline's own names, in a sentence about the poor: the right string, the right label; and what it rules out."""

import pytest

from annotator.suggest import Suggester

NAMES = {
    "CAMPAIGN": ("脱贫攻坚 脱贫攻坚战 精准扶贫 精准脱贫 五个一批 六个精准 两不愁三保障 三保障 四个不摘 扶贫开发 一户一策、一人一策"),
    "INDUSTRY": (
        "产业扶贫 扶贫产业 扶贫产业项目 到户扶贫项目 产业扶贫项目 光伏扶贫 旅游扶贫 资产收益扶贫 扶贫农场 "
        "扶贫果园 一村一品 村社合一 “三变”改革 庭院经济 科技扶贫"
    ),
    "EMPLOYMENT": "就业扶贫 扶贫车间 公益岗位 扶贫公益岗位 扶贫特岗 转移就业 新社区工厂 扶贫专场招聘会 劳务协作",
    "RELOCATION": "易地扶贫搬迁 易地搬迁 搬迁安置 异地扶贫搬迁",
    "EDUCATION": "教育扶贫 雨露计划 控辍保学 一免二奖五免六助 义务教育保障 扶贫扶志 扶志 扶智 扶志扶志",
    "HEALTH": "健康扶贫 基本医疗保障 基本医疗保险 大病兜底 大病保险 先诊疗后付费 家庭医生签约 标准化卫生室 医疗救助",
    "HOUSING": "危房改造 住房安全 住房安全保障 农村人居环境整治",
    "INFRA": "饮水安全 饮水安全工程 自来水工程 通村路 通硬化路 农网改造 交通扶贫 网络扶贫 建制村通硬化路",
    "FINANCE": ("金融扶贫 扶贫小额信贷 精准扶贫贷款 扶贫贷款 互助资金 产业保险特惠政策 扶贫资金 财政专项扶贫资金 6+N+1保险 “6+N+1”保险"),
    "SAFETYNET": (
        "低保 五保 临时救助 兜底保障 政策兜底 养老保险 两线合一 五点双享两救助 社会救助 生活救助 特困人员救助供养 残疾人两项补贴"
    ),
    "ECOLOGY": "生态扶贫 生态护林员 护林员 退耕还林 造林工程 森林抚育补贴",
    "CONSUMPTION": "消费扶贫 电商扶贫 直播带货 以购代捐 扶贫馆 帮农户·富老乡",
    "SOCIAL": (
        "社会扶贫 结对帮扶 包保帮扶 东西部扶贫协作 苏陕扶贫协作 定点扶贫 百企帮百村 "
        "万名党员干部拉手贫困户志愿服务 爱心扶贫 社会组织扶贫 捐资助学 社会组织参与精准扶贫组织动员机制"
    ),
    "CADRE": (
        "第一书记 驻村第一书记 驻村“第一书记” 驻村工作队 驻村帮扶 驻村干部 五级书记抓扶贫 抓党建促脱贫 "
        "5432工作法 “5432”工作法 党建引领脱贫攻坚 包保责任制 包保责任 包保体系 雁归计划 "
        "脱贫攻坚责任体系 脱贫攻坚分级培训制 “五个一批”奖惩机制"
    ),
    "MONITOR": (
        "建档立卡 精准识别 防止返贫监测和帮扶机制 返贫监测 防返贫长效机制 大数据平台 挂牌督战 挂图作战 回头看 "
        "脱贫攻坚绩效考核 贫困退出 退出标准 动态管理 脱贫攻坚专项督导 脱贫攻坚自查 脱贫攻坚“回头看” "
        "脱贫攻坚大数据平台"
    ),
    "OTHER": "以工代赈 整村推进 文化扶贫",
}
NO_MENTIONS = (
    "贫困户 贫困人口 贫困村 留守儿童 扶贫办 民政局 合作社 龙头企业 脱贫 摘帽 增收 致富 小康 "
    "送去鸡雏 清扫卫生 修路10公里 食品安全责任保险 千人帮千企 蓝天保卫战 乡村振兴 脱贫攻坚责任书 "
    "扶贫项目 扶贫工作 帮扶 扶贫 脱贫攻坚大会 脱贫攻坚领导小组 脱贫攻坚专项督导组 "
    "《脱贫攻坚实施方案》 脱贫攻坚口袋书 精准扶贫座谈会 低保户 五保户 深度贫困地区 大学生村官 "
    "雏苗捐赠 "
)
SENTENCES = ("为帮助贫困户，县里落实{}，效果很好。", "贫困户说，{}工作做得好", "《县报》讯 贫困村\n{}\n")


@pytest.mark.parametrize(("label", "name"), [(label, name) for label, names in NAMES.items() for name in names.split()])
def test_a_name_of_the_guideline_is_proposed_whole_with_its_label(seed_suggester: Suggester, label: str, name: str) -> None:
    for sentence in SENTENCES:
        assert [(p.surface, p.label) for p in seed_suggester.propose(sentence.format(name))] == [(name, label)]


@pytest.mark.parametrize("words", NO_MENTIONS.split())
def test_what_the_guideline_rules_out_is_not_proposed(seed_suggester: Suggester, words: str) -> None:
    for sentence in SENTENCES:
        assert seed_suggester.propose(sentence.format(words)) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("共有建档立卡贫困户三十户", ["建档立卡"]),
        ("贫困户住进搬迁安置点", ["搬迁安置"]),
        ("抓好产业、就业、健康扶贫", ["健康扶贫"]),
        ("完成森林抚育补贴试点项目，贫困户增收", ["森林抚育补贴"]),
        ("推行“公司+合作社+贫困户”模式", ["公司+合作社+贫困户"]),
        ("开展“百企帮百村、同走富裕路”精准脱贫专项行动", ["百企帮百村、同走富裕路"]),
        ("出台脱贫攻坚实施意见、消费扶贫指导意见等六项政策", ["脱贫攻坚", "消费扶贫"]),
        ("印发《脱贫攻坚三年行动实施方案》", []),
        ("召开“五个一批”推进会，打赢脱贫攻坚战", ["五个一批", "脱贫攻坚战"]),
        ("帮他办了低保，他是贫困户，不是低保户", ["低保"]),
        ("贫困群众义务教育、基本医疗和住房安全有保障", ["住房安全"]),
        ("县驻村“第一书记”李某，驻村工作队员王某", ["驻村“第一书记”", "驻村工作队"]),
        ("县扶贫开发局社会扶贫股股长", []),
        ("扶贫志愿者走访八个五保障小组", []),
    ],
)
def test_a_ruling_of_the_guideline_holds(seed_suggester: Suggester, text: str, mentions: list[str]) -> None:
    assert [p.surface for p in seed_suggester.propose(text)] == mentions
