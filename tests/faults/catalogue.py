"""Every fault that is tried, by what, and what is looked for after it: the rows of docs/faults.md."""

from collections.abc import Mapping
from dataclasses import dataclass

LOOKED_FOR = ("opens, `check` finds nothing, every acknowledged decision is there", "能打开，`check` 无异常，已确认的判定一条不少")
REFUSED = ("refused in a sentence; what was acknowledged is there, `check` finds nothing", "用一句话拒绝；已确认的都在，`check` 无异常")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in English and Chinese, what is checked after it, and what tries it.

    A script is a module and its options, in full and in short; tests are arguments of pytest.
    """

    what: tuple[str, str]
    checked: tuple[str, str]
    script: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


def _killed_job(job: str, what: tuple[str, str]) -> Fault:
    return Fault(
        what,
        (f"{LOOKED_FOR[0]}; no half export; the same work goes through afterwards", f"{LOOKED_FOR[1]}；没有写了一半的导出；重做能成功"),
        ("kill_jobs", "--job", job, "--kills", "100"),
        ("kill_jobs", "--job", job, "--kills", "3"),
    )


FAULTS: Mapping[str, Fault] = {
    "kill-window": Fault(
        ("SIGKILL while keys are pressed in the window", "在窗口里按键时被 SIGKILL"),
        LOOKED_FOR,
        ("kill_window", "--kills", "100"),
        ("kill_window", "--kills", "4"),
    ),
    "kill-ledger": Fault(
        ("SIGKILL while the ledger is written, undone, redone", "写入、撤销、重做判定时被 SIGKILL"),
        LOOKED_FOR,
        ("kill_ledger", "--kills", "400", "--seed", "1"),
        ("kill_ledger", "--kills", "15", "--seed", "1"),
    ),
    "kill-import": _killed_job("import", ("SIGKILL in an import", "导入时被 SIGKILL")),
    "kill-suggest": _killed_job("suggest", ("SIGKILL while candidates are computed", "计算候选时被 SIGKILL")),
    "kill-export": _killed_job("export", ("SIGKILL in an export", "导出时被 SIGKILL")),
    "kill-merge": _killed_job("merge", ("SIGKILL in a merge", "合并时被 SIGKILL")),
    "kill-migration": _killed_job("migration", ("SIGKILL at any moment of a migration", "格式升级的任意时刻被 SIGKILL")),
    "migration-statements": Fault(
        (
            "SIGKILL at every statement of a migration, and every 2,000 instructions, from every earlier format",
            "从每个旧格式升级，在每条语句处、每 2,000 条虚拟机指令处被 SIGKILL",
        ),
        (
            "opens, `check` finds nothing, all decisions equal; the backup of the old file is whole",
            "能打开，`check` 无异常，判定逐条相同；旧文件的备份完整",
        ),
        ("kill_migration",),
        ("kill_migration", "--every", "8"),
    ),
    "power-cut": Fault(
        (
            "power cut on recorded system calls: deciding, beginning, import, suggest, export, merge, migration, hand-in, restore",
            "按录下的系统调用模拟断电：判定、新建、导入、候选、导出、合并、升级、交回、恢复备份",
        ),
        (
            f"{LOOKED_FOR[0]}; exports, backups and sealed files are whole or not there",
            f"{LOOKED_FOR[1]}；导出、备份、交回文件要么完整要么不存在",
        ),
        ("recorded_cut", "--states", "120"),
        ("recorded_cut", "--states", "6"),
    ),
    "power-cut-sectors": Fault(
        ("power cut by mixing sectors of neighbouring states, noise in what was new", "断电：相邻两个状态的扇区混合，新扇区含噪声"),
        LOOKED_FOR,
        ("power_cut", "--cuts", "300"),
        ("power_cut", "--cuts", "30"),
    ),
    "damage": Fault(
        ("damaged files: cut, flipped bits, lost pages, lost header (recovered)", "文件损坏：截断、翻转比特、丢页、丢文件头（用恢复命令）"),
        (
            "what comes back is sound; what was destroyed counts as lost, a decision under an id nobody made as wrong (no checksum)",
            "救回的课题完好；被毁掉的计为丢失；编号无人用过的判定计为异常：没有校验和能发现编号里翻转的比特",
        ),
        ("damage", "--files", "210"),
        ("damage", "--files", "14"),
    ),
    "damage-tests": Fault(
        ("truncated, flipped, without its `-wal`, of an earlier format", "截断、翻转、缺 `-wal`、旧格式"),
        ("said in a sentence, or recovered; the damaged file is not touched", "用一句话说明或救回；损坏的文件不被改动"),
        tests=("tests/faults/test_recovering.py", "tests/store/test_file.py", "-k", "test_recovering or damaged or log"),
    ),
    "large": Fault(
        ("a project of 1 GB", "1 GB 的课题"),
        ("opens to write and to read, a decision is stored, `check` finds nothing", "可写、可读打开，判定能存，`check` 无异常"),
        ("large", "--gigabytes", "1"),
        ("large", "--gigabytes", "0.03"),
    ),
    "full-disk": Fault(
        ("full disk", "磁盘写满"),
        REFUSED,
        tests=("tests/faults/test_disk.py", "tests/store/test_ledger.py", "tests/store/test_file.py", "-k", "full or may_not_grow"),
    ),
    "read-only": Fault(
        (
            "read-only folder or file, from the beginning or while open (as an unprivileged user)",
            "文件夹或文件只读，一开始或打开之后（非特权用户）",
        ),
        REFUSED,
        tests=("tests/faults/test_read_only.py", "tests/store/test_permissions.py"),
    ),
    "moved": Fault(
        ("file moved or deleted while open", "打开时文件被移走或删除"),
        (
            "what was acknowledged is in the moved file, or in the copy that can still be saved",
            "已确认的在移走的文件里，或在仍可另存的副本里",
        ),
        tests=("tests/faults/test_disk.py", "-k", "moved or deleted"),
    ),
    "two-writers": Fault(
        ("two windows, two threads, window and command line at once", "两个窗口、两个线程、窗口与命令行同时使用"),
        ("the second is refused by name or reads; nothing is lost", "第二个被拒绝并指出占用者，或只读打开；一条不丢"),
        tests=(
            *(
                "tests/faults/test_side_by_side.py",
                "tests/faults/test_disk.py",
                "tests/store/test_file.py",
                "tests/journeys/test_main_job.py",
            ),
            *("-k", "side_by_side or second_writer or second_window or another_name or thread or lock_dies"),
        ),
    ),
    "clock": Fault(
        ("clock stepping back, in a session, between two, on another machine", "时钟倒退：会话中、两次之间、另一台机器上"),
        ("ids keep the order of deciding; the newest counts; merged whole", "编号保持判定先后；以最新者为准；合并不丢"),
        tests=(
            "tests/faults/test_clock.py",
            "tests/store/test_ledger.py",
            "tests/store/test_union.py",
            "tests/core/test_ids.py",
            "-k",
            "clock",
        ),
    ),
    "network": Fault(
        ("network folder, folder that a program synchronises", "网络文件夹、同步盘"),
        (
            "recognised by name and by the system's list of disks; no network disk is mounted here",
            "按名称和系统的磁盘表识别；此处并未真的挂载网络盘",
        ),
        tests=("tests/store/test_whereabouts.py",),
    ),
    "newer": Fault(
        ("file of a newer format, also where only its log says so", "更新格式的文件，包括只有日志里写明的"),
        ("refused with both versions named; not touched", "拒绝并写明两个版本；文件不动"),
        tests=("tests/store/test_file.py", "-k", "newer"),
    ),
    "migration": Fault(
        ("migration from every earlier format, failing, interrupted", "从每个旧格式升级：失败、中断"),
        ("every row is there; the old file stays as a backup", "每一行都在；旧文件留作备份"),
        tests=("tests/store/test_migration.py", "tests/store/test_file.py", "tests/faults/test_disk.py", "-k", "migrat or older"),
    ),
}
