"""Reading of pictures of pages: straightened and cleaned, ruled tables found, letters recognised by Tesseract."""
