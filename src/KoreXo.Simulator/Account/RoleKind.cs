namespace KoreXo.Simulator;

/// <summary>The kinds of roles in an account.</summary>
public enum RoleKind
{
    /// <summary>A role in bots; <c>bot</c> on the wire.</summary>
    Bot,

    /// <summary>A role of administrators; <c>admin</c> on the wire.</summary>
    Admin,
}
