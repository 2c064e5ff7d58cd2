#!/usr/bin/env python3
"""Fits scikit-learn's LinearSVC to the same rows, readings and costs as Credence's ranker, and says how long it took.

Arguments: folder with rows.bin and order.bin, and how many readings lie between two fits. Writes scores.bin (decision values
of all documents after each fit, float64) and prints one line: fits, seconds, version."""
import sys
import time

import numpy as np
import scipy.sparse
import sklearn
from sklearn.svm import LinearSVC

COST, BALANCE = 0.11, 9.8

folder, every = sys.argv[1], int(sys.argv[2])
with open(f"{folder}/rows.bin", "rb") as file:
    documents, terms, values = np.fromfile(file, np.int32, 3)
    starts = np.fromfile(file, np.int32, documents + 1)
    columns = np.fromfile(file, np.int32, values)
    rows = scipy.sparse.csr_matrix((np.fromfile(file, np.float32, values).astype(np.float64), columns, starts), shape=(documents, terms))
order = np.fromfile(f"{folder}/order.bin", np.int32).reshape(-1, 2)

fits, seconds = 0, 0.0
with open(f"{folder}/scores.bin", "wb") as scores:
    for read in range(2, len(order) + 1, every):
        chosen, relevant = order[:read, 0], order[:read, 1]
        n1 = relevant.sum()
        weight = np.where(relevant == 1, 1.0, n1 / (BALANCE * (read - n1)))
        weight *= read / weight.sum()
        begun = time.process_time()
        model = LinearSVC(loss="squared_hinge", dual=True, C=COST, tol=1e-4, max_iter=1000, random_state=0)
        model.fit(rows[chosen], relevant, sample_weight=weight)
        decisions = model.decision_function(rows)
        seconds += time.process_time() - begun
        fits += 1
        decisions.tofile(scores)
print(fits, seconds, sklearn.__version__)
