"""Puts the sample studies and their codebooks into the wheel; everything else is said in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
SHIPPED = {"transcripts_sample": "*", "transcripts_sample_en": "*", "codebooks": "best_persons*.yaml"}


class BuildWithSample(build_py):
    """The usual build, and then the samples."""

    def run(self) -> None:
        """Build, and copy the samples to where the package looks for it."""
        super().run()
        if not self.editable_mode:
            for folder, names in SHIPPED.items():
                for file in filter(Path.is_file, (ROOT / folder).rglob(names)):
                    target = Path(self.build_lib) / "bp_qual" / "study" / "shipped" / file.relative_to(ROOT)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, target)


setup(cmdclass={"build_py": BuildWithSample})
