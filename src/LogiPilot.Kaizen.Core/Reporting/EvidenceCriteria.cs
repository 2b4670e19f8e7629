using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Supply;
using static LogiPilot.Kaizen.Core.Reporting.EvidenceKind;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// Which criterion of the certification takes which records: the one table, in the order of the reference. An alert shows the competence that
/// its kind belongs to; consulting a page leaves no record and shows nothing.
/// </summary>
public static class EvidenceCriteria
{
    private static readonly AlertKind[] Receiving =
        [AlertKind.LateDelivery, AlertKind.DamagedGoods, AlertKind.NonConformingReceipt];

    private static readonly AlertKind[] Stock = [AlertKind.InventoryVariance, AlertKind.DamagedGoods, AlertKind.WrongPart];

    private static readonly AlertKind[] Storage = [AlertKind.Congestion, AlertKind.FiveS];

    private static readonly AlertKind[] Supply = [AlertKind.StockOut, AlertKind.Shortage, AlertKind.LateDelivery];

    private static readonly AlertKind[] Feeding =
        [AlertKind.StockOut, AlertKind.Shortage, AlertKind.WrongPart, AlertKind.Congestion];

    public static IReadOnlyList<EvidenceCriterion> All { get; } =
    [
        Shown("C1.M1", Movement(m => m.Facts.Movement == MovementKind.Receipt && m.Number is not null), Alerts(AlertRaised, Receiving)),
        ToObserve("C1.M2"),
        ToObserve("C1.M3"),
        Shown("C1.O1", Movement(m => m.Number is not null)),
        ToObserve("C1.O2"),
        Shown("C1.R1", ShiftHandedOver, ShiftTakenOver, Alerts(AlertRouted, Receiving)),
        ToObserve("C1.R2"),
        Shown("C1.R3", Alerts(AlertRaised, Receiving), Alerts(AlertTaken, Receiving), Alerts(AlertRouted, Receiving), Alerts(AlertResolved, Receiving)),
        ToObserve("C1.R4"),
        Shown("C2.M1", MovementRecorded),
        ToObserve("C2.M2"),
        Shown("C2.M3", Alerts(AlertRaised, AlertKind.InventoryVariance), Alerts(AlertResolved, AlertKind.InventoryVariance)),
        Shown("C2.O1", Movement(m => m.Number is not null || m.Facts.Detail is not null)),
        Shown("C2.O2", MovementRecorded),
        ToObserve("C2.R1"),
        Shown("C2.R2", Alerts(AlertRaised, Stock)),
        ToObserve("C3.M1"),
        ToObserve("C3.M2"),
        ToObserve("C3.M3"),
        ToObserve("C3.M4"),
        ToObserve("C3.M5"),
        Shown("C3.O1", Movement(m => m.Facts.Movement == MovementKind.Transfer)),
        ToObserve("C3.O2"),
        ToObserve("C3.O3"),
        ToObserve("C3.R1"),
        Shown("C3.R2", ProposalMade, ProposalDecided),
        Shown("C3.R3", Alerts(AlertRaised, Storage)),
        ToObserve("C4.M1"),
        ToObserve("C4.M2"),
        ToObserve("C4.M3"),
        ToObserve("C4.M4"),
        ToObserve("C4.O1"),
        ToObserve("C4.O2"),
        Shown("C4.R1", Alerts(AlertRouted, Supply)),
        Shown("C4.R2", Alerts(AlertRaised, Supply)),
        ToObserve("C5.M1"),
        ToObserve("C5.M2"),
        ToObserve("C5.M3"),
        Shown("C5.M4", Movement(IsFeeding)),
        ToObserve("C5.M5"),
        ToObserve("C5.M6"),
        Shown("C5.O1", Movement(IsFeeding)),
        ToObserve("C5.O2"),
        ToObserve("C5.O3"),
        Shown("C5.R1", Alerts(AlertRouted, Feeding)),
        Shown("C5.R2", Alerts(AlertRaised, Feeding)),
        ToObserve("E1"),
        ToObserve("E2"),
        ToObserve("E3"),
        Shown("E4", AlertRaised, DysfunctionReported),
        ToObserve("E5"),
        ToObserve("E6"),
        ToObserve("E7"),
        Shown("C6.M1", DysfunctionReported, AnalysisMade),
        Shown("C6.M2", ReferralAsked),
        Shown("C6.M3", PlanLed, PlanSponsored, PlanJoined, StepFilled, StepSigned, CheckHeld, CycleOpened, PlanClosed),
        Shown("C6.M4", ProposalMade, PlanSubmitted),
        Shown("C6.O1", DysfunctionReported, StepFilled),
        Shown("C6.O2", MeetingRecorded, MeetingAttended),
        Shown("C6.R1", AlertRouted, DysfunctionReported, DelayArgued),
        Shown("C6.R2", ReferralAsked, ReferralAnswered),
        Shown("C6.E1", ProposalMade, ConstraintsAnswered),
        Shown("C7.M1", ActionPlanned, ActionOwned, ActionDone, ActionVerified),
        Shown("C7.M2", PlanSubmitted, PlanApproved, PlanRefused),
        Shown("C7.M3", CommunicationSent, CommunicationRead),
        Shown("C7.M4", ProposalMade, ConstraintsAnswered),
        Shown("C7.M5", IndicatorSaved, MeasureRecorded, CheckHeld, PlanClosed),
        Shown("C7.M6", DelayArgued, DelayAnswered, StepMoved),
        Shown("C7.O1", StepFilled, MeasureRecorded),
        Shown("C7.O2", MeetingRecorded, MeetingAttended),
        Shown("C7.R1", CommunicationSent, MeetingRecorded),
        Shown("C7.R2", CommunicationSent),
        Shown("C7.R3", DelayArgued, ReferralAsked),
        Shown("C7.E1", ProposalMade, ConstraintsAnswered),
    ];

    private static EvidenceCriterion Shown(string id, params EvidenceSource[] by) => new(id, by);

    private static EvidenceCriterion ToObserve(string id) => new(id, []);

    private static EvidenceSource Alerts(EvidenceKind kind, params AlertKind[] about) =>
        new(kind, r => r.Facts.Alert is { } alert && about.Contains(alert));

    private static EvidenceSource Movement(Func<EvidenceRecord, bool> when) => new(MovementRecorded, when);

    /// <summary>What leaves the stores for a line, is used there, or comes back.</summary>
    private static bool IsFeeding(EvidenceRecord movement) =>
        movement.Facts.Movement is MovementKind.Issue or MovementKind.Transfer or MovementKind.Consumption or MovementKind.Return;
}
