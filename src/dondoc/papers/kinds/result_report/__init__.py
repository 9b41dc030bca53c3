"""The result report of a period (báo cáo kết quả thực hiện chương trình)."""
