namespace KoreXo.Simulator.Account;

/// <summary>How the documents name the kinds of role.</summary>
internal static class RoleKindNames
{
    public static string Wire(this RoleKind kind) => kind == RoleKind.Bot ? "bot" : "admin";

    public static RoleKind Read(string text) => text == "bot" ? RoleKind.Bot : RoleKind.Admin;
}
