namespace UserAdmin;

/// <summary>A user, as listed on a line of the file.</summary>
internal sealed record WantedUser(string Email, string FirstName, string LastName, string Role)
{
    private const string Header = "email,firstName,lastName,role";

    /// <summary>Reads a file, and returns its users and the errors in its lines.</summary>
    /// <exception cref="InvalidDataException">The file does not have the expected columns.</exception>
    public static (List<WantedUser> Users, List<string> Errors) Read(string path)
    {
        var (users, errors, seen) = (new List<WantedUser>(), new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
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
            var error =
                cells is not [var email, _, _, _] ? "four columns are expected"
                : !email.Contains('@') ? $"'{email}' is not an email address"
                : !seen.Add(email) ? $"{email} appears twice"
                : null;
            if (error is null)
            {
                users.Add(new WantedUser(cells[0], cells[1], cells[2], cells[3]));
            }
            else
            {
                errors.Add($"line {index + 1}: {error}");
            }
        }

        return (users, errors);
    }
}
