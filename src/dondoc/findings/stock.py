"""Stock phrases of the genre and names of bodies: repeating them is no repetition of work."""

from __future__ import annotations

import re

STOCK = re.compile(
    r"(?<!\S)(?:"  # a phrase begins with a word: this look back spares most places the many branches
    r"(?:uy ban )?(?:mat tran to quoc|mttq)(?: viet nam)?(?: phuong| xa| tinh| cac cap)?(?: va)?|(?:cac )?to chuc chinh tri xa hoi|"
    r"(?:cac )?to chuc thanh vien|hoi dong nhan dan|uy ban nhan dan|ban chap hanh dang bo|ban thuong vu (?:dang uy|thanh uy|tinh uy)|"
    r"chuong trinh hanh dong|(?:nghi quyet )?dai hoi(?: dai bieu)?(?: dang bo)?(?: phuong| xa| tinh| thanh pho)?(?: lan thu [a-z0-9]+)?|"
    r"nhiem ky \d+ \d+|giai doan \d+ \d+|den nam \d+|tam nhin den nam \d+|dinh huong den nam \d+|phat trien kinh te xa hoi|kinh te xa hoi|"
    r"quoc phong an ninh|khoa hoc(?: va)? cong nghe(?: va)? doi moi sang tao(?:(?: va)? chuyen doi so)?(?: quoc gia)?|can bo cong chuc vien chuc|"
    r"cong chuc vien chuc|can bo dang vien|dang vien va nhan dan|trong sach vung manh(?: toan dien)?|cap uy(?: dang)? chinh quyen|"
    r"cac co quan don vi(?: lien quan)?|co quan don vi dia phuong|co quan lien quan|chu tri phoi hop(?: chat che)?(?: voi)?|"
    r"(?:nghi quyet|quyet dinh|chi thi|ke hoach|ket luan|quy dinh|nghi dinh|thong tu)(?: so)? \d+[a-z0-9 ]{0,16} (?:ngay|nam) \d+ \d+ \d+|"
    r"(?:cua )?(?:bo chinh tri|ban bi thu|thu tuong chinh phu|chinh phu|quoc hoi|trung uong)|truoc ngay \d+ thang \d+|hang nam|theo quy dinh|"
    r"nguoi dan va doanh nghiep|nguoi dan doanh nghiep|tren dia ban (?:phuong|xa|tinh|thanh pho)|chinh quyen dia phuong|hieu luc hieu qua|"
    r"ky luat dang|tham nhung lang phi tieu cuc|tu tuong dao duc phong cach ho chi minh|toan dan bao ve an ninh to quoc|"
    r"xay dung va to chuc (?:trien khai )?thuc hien(?: co)?(?: tot| hieu qua)?|dap ung(?: tot)? yeu cau(?: cua)? nhiem vu|trong tinh hinh moi|"
    r"(?:cac )?(?:chi thi nghi quyet|nghi quyet chi thi)(?: ket luan)?(?: cua)?(?: cap tren| trung uong)?(?: thanh uy| tinh uy)?|"
    r"(?:va )?(?:ca|toan bo) he thong chinh tri(?: cua phuong| cua xa)?|suc manh tong hop|tang cuong (?:cong tac )?kiem tra(?: giam sat)?|"
    r"(?:cong tac )?quan ly nha nuoc(?: ve| doi voi)?|(?:cong tac )?tuyen truyen pho bien giao duc phap luat|thu tuc hanh chinh|"
    r"ket qua giai quyet|(?:dau tu )?(?:xay dung )?ket cau ha tang|phong trao thi dua(?: yeu nuoc)?|cac cuoc van dong|"
    r"quy che phoi hop(?: giua)?|cac hoat dong|ung dung cong nghe thong tin|(?:to chuc )?cac hoat dong van hoa(?: the duc)? the thao|"
    r"nang cao chat luong|nang cao hieu qua|tao dieu kien thuan loi(?: cho)?|day manh ung dung|"
    r"(?:cuoc )?(?:bau cu )?dai bieu quoc hoi(?: khoa [a-z0-9]+)?(?: va)?(?: bau cu)?(?: dai bieu)?(?: hoi dong nhan dan)?(?: cac cap)?|"
    r"(?:ve )?sua doi bo sung mot so dieu|(?:ve )?tang cuong su ?lanh dao cua (?:dang|cap uy|cac cap uy)(?: dang)?(?: trong| doi voi)?(?: cong tac)?|"
    r"cong tac|tren dia ban|phat huy(?: tot| manh me)? vai tro(?: cua)?|(?:trien khai|thuc hien)(?: hieu qua)?(?: cac)? chuong trinh|"
    r"(?:xay dung (?:va )?)?ban hanh (?:huong dan|ke hoach|quyet dinh|van ban|quy che|nghi quyet)(?: cua)?|ve viec|"
    r"ban thuong truc(?: uy ban)?(?: mttq| mat tran to quoc)?(?: viet nam)?(?: cap tren)?(?: xa| phuong| tinh)?|"
    r"(?:thoi ky |su nghiep )?(?:day manh )?cong nghiep hoa hien dai hoa(?: dat nuoc)?|"
    r"(?:tiep tuc )?(?:to chuc )?(?:viec )?ra soat(?: de xuat)?(?: kien nghi)?(?: sua doi)?(?: bo sung)?(?: hoan thien)?(?: cac)?(?: luat)?|"
    r"(?:chu tri )?tham tra(?: giam sat)?(?: cac du an)?|(?:du an )?luat|"
    r"(?:dot pha )?(?:phat trien )?(?:kh cn|kh va cn|khcn)(?: va)? dmst(?: va)? chuyen doi so(?: quoc gia)?|"
    r"(?:thuc hien |trien khai )?(?:cac noi dung )?(?:trong |theo )?nghi quyet(?: so)? \d+(?: nq)? (?:tw|cp|tu|du|hdnd|qh\d+)|"
    r"an ninh trat tu|trat tu an toan xa hoi|bo truong bo|thu truong co quan ngang bo|cac bo nganh(?: dia phuong)?|tinh thanh pho)"
)


def fresh(words: list[str]) -> int:
    """Return how many syllables of a stretch of folded words are not stock phrases."""
    return len(STOCK.sub(" ", " ".join(words)).split())
