"""The decision that changes operations: what an answer is worth, by kind of decision."""

from dataclasses import dataclass

from engine.parameters.answer import Answer
from engine.specs import number


@dataclass(frozen=True)
class Value(Answer):
    """What the answer changes, and what that is worth."""

    event_share: float = number(
        0.1,
        "True events among cases",
        "1",
        hard=(0, 1),
        soft=(0.001, 0.5),
        percent=True,
        when=(("value.kind", ("fraud",)),),
        role="assumption",
        doc="Share of alerts that are real.",
        source="base rate among alerts 0.10, theory section 5",
    )
    loss: float = number(
        120.0,
        "Loss per event",
        "$",
        hard=(0, 1e9),
        soft=(10, 100000),
        scale="log",
        when=(("value.kind", ("fraud",)),),
        role="assumption",
        doc="Direct loss of one undetected event.",
        source="theory section 5: $120 a card fraud",
    )
    loss_multiple: float = number(
        3.75,
        "Full cost over direct loss",
        "×",
        hard=(0, 100),
        soft=(1, 5),
        when=(("value.kind", ("fraud",)),),
        role="assumption",
        doc="What each dollar of fraud costs in all.",
        source="3.75 in 2022, 3.36 in 2021, 3.13 in 2019 (cardnotpresent.com)",
    )
    detection_gain: float = number(
        0.05,
        "More events found",
        "1",
        hard=(0, 1),
        soft=(0.01, 0.3),
        percent=True,
        when=(("value.kind", ("fraud", "maintenance")),),
        role="assumption",
        doc="Additional share of events that are found in time.",
        source="Mastercard claims 20 % better detection on average; 5 points assumed",
    )
    false_alarm_drop: float = number(
        0.05,
        "Fewer false alarms",
        "1",
        hard=(0, 1),
        soft=(0, 0.3),
        percent=True,
        when=(("value.kind", ("fraud",)),),
        role="assumption",
        doc="Share of good cases no longer stopped.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    false_alarm_cost: float = number(
        40.0,
        "Cost of a false alarm",
        "$",
        hard=(0, 1e06),
        soft=(5, 500),
        scale="log",
        when=(("value.kind", ("fraud",)),),
        role="assumption",
        doc="Margin lost when a good case is stopped.",
        source="$100 sale at 40 % margin (paymentsandrisk.com)",
    )
    revenue: float = number(
        100000000.0,
        "Revenue on account a year",
        "$",
        hard=(0, 1e13),
        soft=(1e06, 1e11),
        scale="log",
        when=(("value.kind", ("collections",)),),
        role="assumption",
        doc="Yearly sales that are collected.",
        source="theory section 5: $100M",
    )
    invoices: float = number(
        20000.0,
        "Decisions a year",
        "×",
        hard=(1, 1e12),
        soft=(1000, 1e07),
        scale="log",
        when=(("value.kind", ("collections",)),),
        role="assumption",
        doc="Invoices that the model works on in a year.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    days_gained: float = number(
        4.0,
        "Days of sales gained",
        "days",
        hard=(0, 365),
        soft=(0.5, 25),
        when=(("value.kind", ("collections",)),),
        role="assumption",
        doc="Fewer days until customers pay.",
        source="75 % of teams using AI gain 6 days or more; a vendor's survey tells 41 % (billtrust.com)",
    )
    working_capital_cost: float = number(
        0.09,
        "Cost of working capital",
        "1",
        hard=(0, 1),
        soft=(0.04, 0.15),
        percent=True,
        when=(("value.kind", ("collections",)),),
        role="assumption",
        doc="Yearly cost of the money customers owe; the cash released once is no yearly benefit.",
        source="theory section 5: 9 %",
    )
    bad_debt_gain: float = number(
        0.0002,
        "Bad debt avoided",
        "1",
        hard=(0, 1),
        soft=(0, 0.005),
        percent=True,
        when=(("value.kind", ("collections",)),),
        role="assumption",
        doc="Share of sales no longer lost.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    minutes_saved: float = number(
        0.05,
        "Working time saved",
        "min",
        hard=(0, 10000),
        soft=(0.05, 60),
        scale="log",
        when=(("value.kind", ("collections", "text")),),
        role="assumption",
        doc="Time of a person saved per decision.",
        source="guess; of the case",
    )
    wage: float = number(
        40.0,
        "Cost of working time",
        "$/h",
        hard=(0, 10000),
        soft=(10, 150),
        when=(("value.kind", ("collections", "text")),),
        role="assumption",
        doc="Full cost of an hour of the person whose time is saved.",
        source="guess; US office work with overheads",
    )
    use_share: float = number(
        0.6,
        "Answers used",
        "1",
        hard=(0, 1),
        soft=(0.1, 1),
        percent=True,
        when=(("value.kind", ("text",)),),
        role="assumption",
        doc="Share of texts that anybody uses.",
        source="guess",
    )
    failures: float = number(
        1.5,
        "Failures per machine",
        "/year",
        hard=(0, 100000),
        soft=(0.1, 10),
        when=(("value.kind", ("maintenance",)),),
        role="assumption",
        doc="Unplanned stops of one machine; it is looked at once a day.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    avoidable: float = number(
        0.5,
        "Downtime that warning avoids",
        "1",
        hard=(0, 1),
        soft=(0.1, 0.7),
        percent=True,
        when=(("value.kind", ("maintenance",)),),
        role="assumption",
        doc="Share of a stop's time that an early warning saves.",
        source="50 % is the ceiling (iotdigitaltwinplm.com); set to the total of theory section 5",
    )
    downtime_hours: float = number(
        4.0,
        "Length of a stop",
        "h",
        hard=(0, 10000),
        soft=(0.5, 48),
        when=(("value.kind", ("maintenance",)),),
        role="assumption",
        doc="Mean length of an unplanned stop.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    downtime_cost: float = number(
        10000.0,
        "Cost of a stopped hour",
        "$/h",
        hard=(0, 1e9),
        soft=(1000, 2.3e06),
        scale="log",
        when=(("value.kind", ("maintenance",)),),
        role="assumption",
        doc="What an hour of downtime costs.",
        source="small plants $10k/h; an automotive plant $2.3M/h (Siemens 2024, theaemt.com)",
    )
    false_alarms: float = number(
        0.035,
        "Needless inspections",
        "1",
        hard=(0, 1),
        soft=(0, 0.2),
        percent=True,
        when=(("value.kind", ("maintenance",)),),
        role="assumption",
        doc="Share of decisions that send somebody for nothing.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    inspection_cost: float = number(
        300.0,
        "Cost of an inspection",
        "$",
        hard=(0, 1e06),
        soft=(50, 5000),
        scale="log",
        when=(("value.kind", ("maintenance",)),),
        role="assumption",
        doc="What one visit costs.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    miles_saved: float = number(
        0.5,
        "Miles saved",
        "×",
        hard=(0, 100000),
        soft=(0.05, 5),
        when=(("value.kind", ("logistics",)),),
        role="assumption",
        doc="Miles less per stop or plan.",
        source="increment of a model over a solver in place: half a mile, theory section 5",
    )
    mile_cost: float = number(
        3.8,
        "Cost of a mile",
        "$",
        hard=(0, 10000),
        soft=(1, 6),
        when=(("value.kind", ("logistics",)),),
        role="assumption",
        doc="Truck, fuel and driver per mile.",
        source="UPS ORION: $300-400M a year for 100M miles is $3.57-4.00 (theory section 5)",
    )
    exceptions_avoided: float = number(
        0.05,
        "Exceptions avoided",
        "1",
        hard=(0, 1),
        soft=(0, 0.3),
        percent=True,
        when=(("value.kind", ("logistics",)),),
        role="assumption",
        doc="Share of decisions that spare a failed delivery or a call.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    exception_cost: float = number(
        22.0,
        "Cost of an exception",
        "$",
        hard=(0, 1e06),
        soft=(5, 200),
        scale="log",
        when=(("value.kind", ("logistics",)),),
        role="assumption",
        doc="What a failed delivery or call costs.",
        source="guess, set so that the case comes to its total in theory section 5",
    )
    contained: float = number(
        0.24,
        "Cases solved without a person",
        "1",
        hard=(0, 1),
        soft=(0.05, 0.8),
        percent=True,
        when=(("value.kind", ("support",)),),
        role="assumption",
        doc="Share of contacts that need no agent any more.",
        source="guess, set so that a contact comes to the $1.94 of theory section 5",
    )
    human_cost: float = number(
        6.0,
        "Cost of a case by a person",
        "$",
        hard=(0, 100000),
        soft=(2, 30),
        scale="log",
        when=(("value.kind", ("support",)),),
        role="assumption",
        doc="One contact handled by an agent.",
        source="$6 by a person, $0.50 by a machine (yaitec.com)",
    )
    machine_cost: float = number(
        0.5,
        "Other cost of a case by machine",
        "$",
        hard=(0, 100000),
        soft=(0, 2),
        when=(("value.kind", ("support",)),),
        role="assumption",
        doc="Telephony, licences and supervision of a contact without an agent; tokens come on top.",
        source="$0.50 (yaitec.com)",
    )
    assist: float = number(
        0.14,
        "Work saved on the rest",
        "1",
        hard=(0, 1),
        soft=(0.05, 0.35),
        percent=True,
        when=(("value.kind", ("support",)),),
        role="assumption",
        doc="Share of an agent's work saved where he is helped.",
        source="14 % more issues an hour, 35 % for novices (NBER 31161)",
    )
