"""What a chart's tables become on their way to the browser."""

import pandas as pd

from advisor.page.chart import narrow


def test_words_that_come_again_and_again_are_sent_once():
    names = [f"a rather long name {place}" for place in range(20)]
    often = pd.DataFrame({"name": [name for name in names for _ in range(6)]})
    sent = narrow(often)
    assert sent.nbytes < often["name"].str.len().sum() / 2
    assert sent["name"].to_pylist() == often["name"].tolist()


def test_words_that_differ_are_sent_as_they_are():
    sent = narrow(pd.DataFrame({"name": ["Acme", "Birch"], "worth": [0.5, 1.0]}))
    assert sent.to_pylist() == [{"name": "Acme", "worth": 0.5}, {"name": "Birch", "worth": 1.0}]
    assert str(sent.schema.field("name").type) == "string"
