"""The words by which a sentence says who leads, coordinates, advises and is reported to."""

from __future__ import annotations

import re

from dondoc.language.tokens import phrase_trie, token_key


def keyed(pattern: str) -> str:
    """Turn a pattern of Vietnamese words into one over token keys joined by spaces."""
    return re.sub(r"[^\W\d_]+", lambda match: token_key(match.group()), pattern)


DEGREE = r"(?: (?:, )?(?:chặt chẽ|đồng bộ|tốt|có hiệu quả|hiệu quả|thường xuyên|kịp thời|nhịp nhàng|và|,))*"
COORDINATES = re.compile(
    keyed(
        r"(?:^| )(?:phối hợp|phối kết hợp|kết hợp(?= (?:chặt chẽ )?(?:cùng )?với))"
        + DEGREE
        + r"(?: (?:cùng với|với|cùng|giữa các))?$"
    )
)
PARTNERSHIP = re.compile(
    keyed(r"(?:quy chế|quy định|chương trình|kế hoạch|cơ chế|sự|công tác) (?:ký kết )?phối hợp[^,;]*$")
)
DIRECTS = re.compile(keyed(r"(?:^| )chỉ đạo(?: trực tiếp)?(?: , (?:đôn đốc|hướng dẫn))?$"))
HEADS, HEADS_WORDS = keyed("lãnh đạo"), 2
ORDERED_BY = re.compile(keyed(r"(?:sự|ý kiến|văn bản|công tác|theo) (?:lãnh đạo , )?chỉ đạo$"))
DISTRIBUTES = re.compile(keyed(r"(?:^| )phân công(?: (?:rõ|cụ thể|trách nhiệm|nhiệm vụ))* (?:cho|đối với)$"))
ASSIGNS = re.compile(keyed(r"(?:^| )giao(?: (?:nhiệm vụ|trách nhiệm))?(?: cho)?$|^(?:- )?phân công$"))
ASSIGNED = re.compile(keyed(r"(?:được|đã|nhiệm vụ|bàn|chuyển|khoán) (?:giao|phân công)(?: cho)?$"))
ASKS = re.compile(
    keyed(r"(?:^(?:- )?|(?:vướng mắc|khó khăn|phát sinh)(?: ,)? |(?:^|[,;] )đồng thời(?: ,)? )(?:đề nghị|yêu cầu)$")
)
ASKED_BY = re.compile(keyed(r" (?:yêu cầu|đề nghị)$"))
REPORTS = re.compile(
    keyed(
        r"(?:^| )(?:báo cáo|phản ánh)(?: [^.;:]{0,80}?)? (?:với|về|cho|lên|gửi|đến)$|(?:^| )báo cáo(?:(?: ,| và) (?:kiến nghị|đề xuất|trình|xin ý kiến))?$"
    )
)
LABEL_LEAD = re.compile(keyed(r"(?:chủ trì|đầu mối|thực hiện|tham mưu) :$"))
LABEL_COORDINATES = re.compile(keyed(r"phối hợp(?: thực hiện)? :$"))
AND_THEN = re.compile(keyed(r"(?:^|[,;] )(?:đồng thời|trong đó|còn|riêng|và|hằng năm|hàng năm|định kỳ)(?: ,)?$"))
ADVERBIAL = phrase_trie(
    [
        "Căn cứ",
        "Trên cơ sở",
        "Trước khi",
        "Khi",
        "Sau khi",
        "Trong",
        "Hằng năm",
        "Hàng năm",
        "Hằng",
        "Hàng",
        "Định kỳ",
        "Đồng thời",
        "Theo",
        "Để",
        "Nhằm",
        "Tại",
        "Qua",
        "Thông qua",
        "Từ",
        "Đến",
        "Giai đoạn",
        "Cùng với",
        "Đối với",
        "Quý",
        "Tháng",
        "Năm",
        "Vào",
        "Với",
        "Ngoài",
        "Bên cạnh",
        "Trước",
        "Sau",
        "Thực hiện",
        "Ngay sau",
        "Riêng",
        "Tùy theo",
        "Tùy",
        "Nếu",
        "Trường hợp",
        "Chậm nhất",
        "6 tháng",
        "Từng",
    ]
)
MANNER = phrase_trie(
    [
        "chủ động",
        "tích cực",
        "kịp thời",
        "thường xuyên",
        "định kỳ",
        "tiếp tục",
        "khẩn trương",
        "có trách nhiệm",
        "chịu trách nhiệm",
        "nghiêm túc",
        "trực tiếp",
        "tập trung",
        "và",
        "cần",
        "phải",
        "sẽ",
        "là cơ quan thường trực",
        "là cơ quan đầu mối",
        "là đơn vị đầu mối",
        "là cơ quan chủ trì",
        "làm đầu mối",
        "là đầu mối",
    ]
)
OBJECT = re.compile(
    keyed(
        r"(?:^| )(?:để|nhằm|việc|công tác|năng lực|chất lượng|hiệu quả|nhiệm vụ|chức năng|vai trò|trách nhiệm|cơ quan|"
        r"hoạt động|cho)(?: [^ ,;.]+){0,3}(?: , [^ ,;.]+(?: [^ ,;.]+)?)?$"
    )
)
SO_THAT = token_key("để")
LEADS_VERB = phrase_trie(["chủ trì"])
JOINS_VERB = phrase_trie(["phối hợp"])
ADVISES_VERB = phrase_trie(["tham mưu"])
PASSIVE = {token_key("được"), token_key("bị")}
WITHIN = re.compile(
    keyed(
        r"^(?:, )?(?:trong phạm vi|theo|căn cứ|trên cơ sở|với) (?:[^ .;:]+ ){0,14}?"
        r"(?:của (?:mình|đơn vị|ngành|cơ quan|địa phương)(?: mình)?|được (?:giao|phân công)|phụ trách)(?: ,)?(?= |$)"
    )
)
CADENCE = phrase_trie(
    [
        "hằng năm",
        "hàng năm",
        "hằng tháng",
        "hàng tháng",
        "hằng quý",
        "hàng quý",
        "hằng tuần",
        "hàng tuần",
        "mỗi năm",
        "định kỳ",
    ]
)
CLOSES = phrase_trie(["Trên đây là"])
HAS = token_key("có")
RELATIVE = {*PASSIVE, HAS, token_key("theo"), token_key("trong"), token_key("trên")}
BY = token_key("do")
EACH, LEADS = token_key("mỗi"), token_key("lãnh")
LABEL_WORDS = frozenset(token_key(word) for word in ["Điều", "II", "III", "IV", "VI", "VII", "VIII", "IX"])
CLAUSE_MARKS = {";", ".", ","}
SENTENCE_END = {".", "?", "!"}
LIST_MARKS = {",", ";", "/"}
DEPENDENT = frozenset(token_key(word) for word in ["của", "thuộc", "giữa", "theo", "do", "tại", "cho"])
PERSONS = phrase_trie(
    ["thành viên", "cán bộ", "công chức", "đảng viên", "cá nhân", "chuyên viên", "đồng chí", "nhân viên", "viên chức"]
)
PEOPLE = phrase_trie(["cán bộ", "đảng viên", "công chức", "viên chức", "hội viên", "đoàn viên"])
BY_OFFICE = phrase_trie(
    ["theo chức năng", "theo chức năng, nhiệm vụ", "theo chức năng, nhiệm vụ được giao", "theo chức năng nhiệm vụ", "theo chức năng nhiệm vụ được giao",
     "theo nhiệm vụ được giao", "theo thẩm quyền", "theo chức trách", "theo chức trách, nhiệm vụ được giao"]
)  # fmt: skip
OWN_VERBS = phrase_trie(["phối hợp", "tham mưu", "trình"])
ASIDE = phrase_trie(
    [
        "trong phạm vi",
        "theo",
        "căn cứ",
        "trên cơ sở",
        "với chức năng",
        "tùy theo",
        "tùy",
        "bằng",
        "trước hết là",
        "nhất là",
        "đặc biệt là",
        "trọng tâm là",
    ]
)
EMPHASIS = phrase_trie(["trước hết là", "nhất là", "đặc biệt là", "trọng tâm là"])
BOUND = phrase_trie(["có trách nhiệm", "chịu trách nhiệm"])
ORDERS = phrase_trie(["giao", "giao cho", "giao nhiệm vụ cho", "yêu cầu", "đề nghị"])
