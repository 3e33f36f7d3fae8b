# SPDX-License-Identifier: GPL-3.0-or-later
"""The attacks of anonymeter (PyPI) on a release: ORIGINAL RELEASED CONTROL ATTACKS; prints the risks as one line."""
import sys
import warnings

import pandas
from anonymeter.evaluators import InferenceEvaluator, LinkabilityEvaluator, SinglingOutEvaluator

FIRST, SECOND, SECRET = ["sex", "age", "race"], ["education", "workclass", "occupation"], "salary-class"


def main():
    warnings.filterwarnings("ignore")
    original, released, control = (pandas.read_csv(name, sep=";") for name in sys.argv[1:4])
    attacks = int(sys.argv[4])
    tables = {"ori": original, "syn": released, "control": control, "n_attacks": attacks}
    said = []
    for name, evaluator, how in (
            ("singling out", SinglingOutEvaluator(**tables, n_cols=3), {"mode": "multivariate"}),
            ("linkability", LinkabilityEvaluator(**tables, aux_cols=(FIRST, SECOND), n_neighbors=1), {}),
            ("inference", InferenceEvaluator(**tables, secret=SECRET, regression=False,
                                             aux_cols=[c for c in original.columns if c != SECRET]), {})):
        evaluator.evaluate(**how)
        results = evaluator.results()
        said.append(f"{name} {results.attack_rate.value:.3f} / {results.control_rate.value:.3f}")
    print("; ".join(said))


main()
