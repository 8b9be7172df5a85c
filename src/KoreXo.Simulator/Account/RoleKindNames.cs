namespace KoreXo.Simulator.Account;

/// <summary>The names of the kinds of roles in the documents.</summary>
internal static class RoleKindNames
{
    public static string Wire(this RoleKind kind) => kind == RoleKind.Bot ? "bot" : "admin";

    public static RoleKind Read(string text) => text == "bot" ? RoleKind.Bot : RoleKind.Admin;
}
