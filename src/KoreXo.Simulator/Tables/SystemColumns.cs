namespace KoreXo.Simulator.Tables;

/// <summary>The columns that the platform adds to every row.</summary>
internal static class SystemColumns
{
    public const string UpdatedOn = "Updated_On";
    public const string CreatedOn = "Created_On";
    public const string UpdatedBy = "Updated_By";
    public const string CreatedBy = "Created_By";
    public const string Id = "sys_Id";
    public const string StorageId = "_id";

    public static bool Contains(string column) => column is UpdatedOn or CreatedOn or UpdatedBy or CreatedBy or Id or StorageId;
}
