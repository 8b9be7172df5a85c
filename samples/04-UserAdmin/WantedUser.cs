namespace UserAdmin;

/// <summary>A line of the file.</summary>
internal sealed record WantedUser(string Email, string FirstName, string LastName, string Role)
{
    private const string Header = "email,firstName,lastName,role";

    /// <summary>Reads a file, and says what is wrong with its lines.</summary>
    /// <exception cref="InvalidDataException">It has not the expected columns.</exception>
    public static (List<WantedUser> Users, List<string> Faults) Read(string path)
    {
        var (users, faults, seen) = (new List<WantedUser>(), new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0].Trim() != Header)
        {
            throw new InvalidDataException($"{path} must begin with the line '{Header}'.");
        }

        for (var index = 1; index < lines.Length; index++)
        {
            if (lines[index].Length == 0)
            {
                continue;
            }

            var cells = lines[index].Split(',', StringSplitOptions.TrimEntries);
            var fault =
                cells is not [var email, _, _, _] ? "it needs four cells"
                : !email.Contains('@') ? $"'{email}' is no mail address"
                : !seen.Add(email) ? $"{email} stands there twice"
                : null;
            if (fault is null)
            {
                users.Add(new WantedUser(cells[0], cells[1], cells[2], cells[3]));
            }
            else
            {
                faults.Add($"line {index + 1}: {fault}");
            }
        }

        return (users, faults);
    }
}
