"""`vfi studies`: which studies can be named by id."""

from __future__ import annotations

from vfi.cli.options import Format, FormatOption, OutputOption, chosen_format


def studies_command(format_: FormatOption = None, output: OutputOption = None) -> None:
    """List the studies that can be named by id: those in ./reports and those that come with vfi."""
    from vfi import places
    from vfi.cli.output import as_csv, as_json, columns, deliver
    from vfi.rubric.loading import shown
    from vfi.study import check_study

    rows = []
    for folder in places.every(places.STUDY):
        study, problems = check_study(folder)
        title = study.about.title if study else f"({problems.errors} errors: vfi check {folder.name})"
        rubric = f"{study.rubric.id} {study.rubric.version}" if study else ""
        cases = str(len(study.cases)) if study else ""
        rows.append((folder.name, title, cases, rubric, shown(folder)))
    header = ("id", "title", "cases", "rubric", "folder")
    match chosen_format(format_, output):
        case Format.JSON:
            text = as_json([dict(zip(header, row, strict=True)) for row in rows])
        case Format.CSV:
            text = as_csv([header, *rows])
        case Format.TABLE:
            text = "\n".join(columns([tuple(name.capitalize() for name in header), *rows], right=(2,)))
    deliver(text, output)
