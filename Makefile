# GNU make on Linux and macOS. `make` alone says what there is.
# Windows has no make: see README.md for the same steps with py and pip.

RUN := .venv/bin/truyenthanh
PYTHON_HERE := .venv/bin/python

# What people may add: make bulletins WEEK=2026-W48 STATION="07288 07840" OFFLINE=1 VOICE=… ARGS=…
ASKED = $(if $(WEEK),--week $(WEEK)) $(foreach code,$(STATION),--station $(code)) \
	$(if $(OFFLINE),--offline) $(if $(VOICE),--voice $(VOICE)) $(ARGS)

.PHONY: help
help:
	@echo "Truyền thanh: từ văn bản tuyên truyền đến bản tin phát loa"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 22
	@echo
	@echo "Chọn thêm:  make bulletins WEEK=2026-W48 STATION=07288 OFFLINE=1"
	@echo "Mọi lệnh:   $(RUN) --help"

.PHONY: desk bulletins plan check-texts proof approve report verify serve publish usb doctor schedule
desk: run-environment ## mở bàn làm việc trong trình duyệt: viết, nghe, duyệt, làm bản tin
	@$(RUN) desk $(ARGS)

bulletins: run-environment ## làm bản tin tuần sau cho mọi đài, đặt vào thư mục output
	@$(RUN) bulletins $(ASKED)

plan: run-environment ## xem trước từng lời sẽ đọc, không làm ra tệp nào
	@$(RUN) plan $(ASKED)

check-texts: run-environment ## kiểm tra mọi tệp đã viết, báo hết các chỗ cần sửa
	@$(RUN) check $(ASKED)

proof: run-environment ## in thử để đọc và ký duyệt, mỗi tin một trang; WHAT=mục (không ghi: tất cả)
	@$(RUN) proof $(WHAT)

approve: run-environment ## duyệt: WHAT=mục BY="họ tên" ROLE="chức vụ"; không ghi BY thì liệt kê
	@$(RUN) approve $(WHAT) $(if $(BY),--by "$(BY)" --role "$(ROLE)",--list)

serve: run-environment ## mở trang web cho các đài trong mạng nội bộ
	@$(RUN) serve $(ARGS)

report: run-environment ## lập báo cáo kết quả phát, đặt vào thư mục bao-cao (WEEK=2026-W48)
	@$(RUN) report $(if $(WEEK),--week $(WEEK)) $(ARGS)

publish: run-environment ## gửi trang web và các gói lên nơi khác: TO=s3://… hoặc thư mục, hoặc tên nơi
	@$(RUN) publish "$(TO)" $(if $(WEEK),--week $(WEEK)) $(ARGS)

verify: run-environment ## đọc lại và đối chiếu mọi gói trong thư mục output
	@$(RUN) verify output

usb: run-environment ## chép gói của một đài vào thẻ: TO=/media/… STATION=07288
	@$(RUN) usb "$(TO)" $(if $(STATION),--station $(STATION)) $(if $(WEEK),--week $(WEEK)) $(ARGS)

doctor: run-environment ## khám xem máy này có đủ những gì cần không
	@$(RUN) doctor $(if $(OFFLINE),--offline)

schedule: run-environment ## hẹn giờ tự chạy mỗi tuần: chỉ cho xem; cài thật: INSTALL=1; gỡ: REMOVE=1
	@$(PYTHON_HERE) scripts/schedule.py $(if $(INSTALL),--install) $(if $(REMOVE),--remove) $(ARGS)

.PHONY: pictures test fuzz bench bench-horn check wheel clean
test: check ## (người phát triển) mọi phép thử, sau make check
	$(PYTHON_HERE) -m pytest -n auto --dist worksteal $(ARGS)

fuzz: bench-environment ## (người phát triển) các phép thử rất lâu
	$(PYTHON_HERE) -m pytest -n auto -m slow $(ARGS)

bench-horn: bench-environment ## (người phát triển) đo độ rõ qua loa nén, ghi vào docs/horn-bench.md
	$(PYTHON_HERE) -m tests.benchmarks.horn

bench: dev-environment ## (người phát triển) đo tốc độ vài phút, ghi vào docs/performance.md
	@$(PYTHON_HERE) -m tests.benchmarks.speed

pictures: dev-environment ## (người phát triển) chụp lại hình cho docs/huong-dan-can-bo.md
	DESK_PICTURES=docs/hinh $(PYTHON_HERE) -m pytest -q tests/e2e/desk

check: dev-environment ## (người phát triển) ruff, mypy, import-linter
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

wheel: dev-environment ## (người phát triển) đóng gói thành tệp .whl trong thư mục dist
	$(PYTHON_HERE) -m build --wheel --no-isolation

clean: ## bỏ môi trường và tệp tạm; không đụng đến output và kho đã làm
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find pipeline scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: run-environment dev-environment bench-environment
run-environment:
	@PYTHON="$(PYTHON)" sh scripts/environment.sh

dev-environment:
	@PYTHON="$(PYTHON)" sh scripts/environment.sh dev

bench-environment: dev-environment
	@$(PYTHON_HERE) scripts/install_groups.py bench neural
