"""What is said about names and pseudonyms; what stands in the place of a name."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

NAMES: dict[str, Bilingual] = {
    # what is put in the place of a name that is no person of the study
    "made_person": ("[name {n}]", "[naam {n}]"),
    "made_place": ("[place {n}]", "[plaats {n}]"),
    "made_organisation": ("[organisation {n}]", "[organisatie {n}]"),
    "made_address": ("[address {n}]", "[adres {n}]"),
    "made_phone": ("[telephone {n}]", "[telefoon {n}]"),
    "made_email": ("[email {n}]", "[e-mail {n}]"),
    "made_url": ("[website {n}]", "[website {n}]"),
    "made_handle": ("[account {n}]", "[account {n}]"),
    "made_iban": ("[bank account {n}]", "[rekening {n}]"),
    "made_bsn": ("[id number {n}]", "[persoonsnummer {n}]"),
    "made_postcode": ("[postcode {n}]", "[postcode {n}]"),
    "made_plate": ("[number plate {n}]", "[kenteken {n}]"),
    "made_birth": ("[date {n}]", "[datum {n}]"),
    "made_other": ("[other {n}]", "[overig {n}]"),
}
