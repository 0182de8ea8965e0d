"""The kinds of words the model's fields take."""

from typing import Annotated

from rekisteri.vocabulary.terms import Kind
from rekisteri.words import Words

__all__ = [
    "Aim",
    "Anyone",
    "Basis",
    "Channel",
    "Condition",
    "Data",
    "Detail",
    "Disposal",
    "Event",
    "Fee",
    "Form",
    "Free",
    "Interest",
    "Material",
    "Measure",
    "Occasion",
    "Origin",
    "Place",
    "Recipient",
    "Refusal",
    "RightMatter",
    "RightName",
    "Role",
    "Safeguards",
    "Staff",
    "Subject",
    "TrackingService",
    "Trigger",
]

Aim = Annotated[Words, Kind(("aim",))]
Anyone = Annotated[Words, Kind(("recipient", "source", "role"))]
Basis = Annotated[Words, Kind(("basis",))]
Channel = Annotated[Words, Kind(("channel",))]
Condition = Annotated[Words, Kind(("condition",))]
Data = Annotated[Words, Kind(("data",))]
Detail = Annotated[Words, Kind(("detail",))]
Disposal = Annotated[Words, Kind(("disposal",))]
Event = Annotated[Words, Kind(("event", "trigger"))]
Fee = Annotated[Words, Kind(("fee",))]
Form = Annotated[Words, Kind(("form",))]
Free = Annotated[Words, Kind(())]
Interest = Annotated[Words, Kind(("interest",))]
Material = Annotated[Words, Kind(("material",))]
Measure = Annotated[Words, Kind(("measure",))]
Occasion = Annotated[Words, Kind(("occasion",))]
Origin = Annotated[Words, Kind(("source",))]
Place = Annotated[Words, Kind(("place",))]
Recipient = Annotated[Words, Kind(("recipient",))]
Refusal = Annotated[Words, Kind(("refusal",))]
RightMatter = Annotated[Words, Kind(("aim", "data", "detail", "condition"))]
RightName = Annotated[Words, Kind(("right",))]
Role = Annotated[Words, Kind(("role",))]
Safeguards = Annotated[Words, Kind(("safeguard",))]
Staff = Annotated[Words, Kind(("staff",))]
Subject = Annotated[Words, Kind(("subject",))]
TrackingService = Annotated[Words, Kind(("tracker",))]
Trigger = Annotated[Words, Kind(("trigger", "event"))]
