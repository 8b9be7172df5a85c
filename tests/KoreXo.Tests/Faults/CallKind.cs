namespace KoreXo.Tests.Faults;

/// <summary>The operations that are called.</summary>
internal enum CallKind
{
    InsertRow,
    InstallSample,
    StartTraining,
    UpdateRows,
    DeleteRows,
    FindIntent,
    GetRoles,
    ListSessions,
}
