namespace KoreXo.Simulator;

/// <summary>The two kinds of role that an account has.</summary>
public enum RoleKind
{
    /// <summary>A role in bots, <c>bot</c> on the wire.</summary>
    Bot,

    /// <summary>A role of administrators, <c>admin</c> on the wire.</summary>
    Admin,
}
