"""What a weight belongs to, by its name: `emb.…` the words and places, `l<number>.…` a layer, else a head."""


def of_words(name: str) -> bool:
    """Whether it belongs to what stands under the layers."""
    return name.startswith("emb.")


def of_layers(name: str, layers: range) -> bool:
    """Whether it belongs to one of these layers."""
    return name.split(".")[0] in {f"l{layer}" for layer in layers}


def of_encoder(name: str) -> bool:
    """Whether it belongs to the encoder, not to a head."""
    return of_words(name) or (name[0] == "l" and name.split(".")[0][1:].isdigit())
