"""What a person wants to know when a run has ended."""

from collections import Counter
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from ..figures import count, duration
from .main import DONE, NOTHING_DONE, SOME_FAILED

if TYPE_CHECKING:
    from ..api.run import Result, Run


def summary(run: "Run", result: "Result", seconds: float) -> tuple[str, int]:
    """The closing lines, and the exit code they mean."""
    plan, failed = result.outcome.plan, result.release.failed
    made = [each for each in plan.bulletins if each.id not in failed]
    lines = ["", f"✓ Tuần {run.week}: {_counts(result)}, làm trong {duration(max(1, seconds))}."]
    lines += [f"  Kết quả ở: {result.release.folder}"]
    lines += _voices(result)
    lines += _approval(result)
    if result.unsigned:
        lines += [
            "  ⚠ Các gói CHƯA ĐƯỢC KÝ, đài kiểm tra chữ ký sẽ báo lỗi.",
            f"    {result.unsigned}",
        ]
    lines += _kit(result)
    if failed:
        lines += ["", f"✗ {len(failed)} bản tin chưa làm được:", *_reasons(failed)]
        lines += [f"  Nhật ký: {run.folder.log(run.week)}"]
    if not made:
        lines[1] = f"✗ Tuần {run.week}: không làm được bản tin nào."
        return "\n".join(lines), NOTHING_DONE
    if not plan.draft:
        lines += ["", *_next(run, result)]
    return "\n".join(lines), SOME_FAILED if failed else DONE


def _counts(result: "Result") -> str:
    release = result.release
    bulletins = sum(len(bundle.bulletins) for bundle in release.bundles)
    seconds = sum(each.seconds for bundle in release.bundles for each in bundle.bulletins)
    stations, minutes = count(len(release.bundles)), count(round(seconds / 60))
    return f"{stations} đài, {count(bulletins)} bản tin, {minutes} phút"


def _voices(result: "Result") -> list[str]:
    """Which engine spoke how many bulletins, and why it was not the one asked for first."""
    plan, failed = result.outcome.plan, result.release.failed
    made = [each for each in plan.bulletins if each.id not in failed]
    spoke = Counter(
        engine for each in made for engine in {choice.engine for choice in each.cast.values()}
    )
    lines = [f"  Giọng đọc: {', '.join(f'{name} ({n} bản tin)' for name, n in spoke.items())}"]
    reasons = {(engine, why) for each in made for engine, why in each.moved.items()}
    lines += [f"    không dùng {engine}: {why}" for engine, why in sorted(reasons)]
    return lines


def _approval(result: "Result") -> list[str]:
    """That it is a draft, what stays out unapproved or without words, and what is a mere sample."""
    from ..publish.papers.wording import SAMPLE
    from .outline import stays_out, wordless

    plan = result.outcome.plan
    if plan.draft:
        return ["  ⚠ BẢN THỬ: chỉ để nghe. Duyệt xong (truyenthanh approve) hãy làm lại để phát."]
    lines = []
    if plan.unapproved:
        lines += [f"  ⚠ {len(plan.unapproved)} mục chưa duyệt nên không phát:"]
        lines += [f"  {stays_out(each)}" for each in plan.unapproved]
    if plan.unwritten:
        lines += [f"  ⚠ {len(plan.unwritten)} tin chưa có lời nên không phát:"]
        lines += [f"  {each}" for each in wordless(plan)]
    if any(each.sample for each in plan.approvals):
        lines += [f"  ⚠ {SAMPLE}"]
    return lines


def _kit(result: "Result") -> list[str]:
    if result.kit is not None and result.kit.delivered:
        return [f"  Bản in, tin nhắn, bài và ảnh cho các kênh khác ở: {result.kit.folder}"]
    return [f"  ⚠ Chưa làm được bộ tài liệu: {result.kitless}"] if result.kitless else []


def _reasons(failed: dict[str, str]) -> list[str]:
    """Each reason once, with the bulletins it stopped."""
    stopped: dict[str, list[str]] = {}
    for name, why in sorted(failed.items()):
        stopped.setdefault(why, []).append(name)
    return [
        f"  {', '.join(names[:3])}{f' và {len(names) - 3} bản tin khác' * (len(names) > 3)}: {why}"
        for why, names in stopped.items()
    ]


def _next(run: "Run", result: "Result") -> list[str]:
    folder = result.release.folder
    usb, serve, verify = _commands(run, folder.parent)
    return [
        "Việc tiếp theo:",
        f"  1. Đọc lại lời: mở tệp KICH-BAN.HTML trong thư mục của một đài ở {folder}",
        f"  2. Nghe thử một bản tin .MP3, rồi chép vào thẻ: {usb},",
        f"     hoặc gửi cho đài tệp .zip cùng tên (ví dụ <mã đài>_{run.week}.zip).",
        "  3. Muốn biết từng bản tin to nhỏ, nhanh chậm ra sao: mở CHAT-LUONG.HTML ở thư mục đó.",
        f"  4. Trang web để các đài tự nghe và tải: mở {folder.parent / 'index.html'},",
        f"     hoặc cho cả mạng nội bộ: {serve}",
        f"  5. Kiểm tra lại bất cứ lúc nào: {verify}",
    ]


def _commands(run: "Run", output: Path) -> tuple[str, str, str]:
    """What to type for a stick, the site and a check; not everybody has make, or a Makefile."""
    usual = output == run.folder.output
    if usual and (run.folder.root / "Makefile").is_file() and which("make"):
        return "make usb TO=CHỖ-THẺ STATION=MÃ", "make serve", "make verify"
    own = "" if usual else f" --output {output}"
    return (
        f"truyenthanh usb CHỖ-THẺ --station MÃ{own}",
        f"truyenthanh serve{own}",
        f"truyenthanh verify {output}",
    )
