namespace Zukunftswerkstatt.Site.Display;

/// <summary>HTML that has been cleaned or was written by the portal itself; the only text that templates put out without encoding.</summary>
internal sealed record SafeHtml(string Value)
{
    /// <summary>How many characters it shows: neither tags nor the length of an escaped character count.</summary>
    public int Characters
    {
        get
        {
            var (count, end) = (0, '\0');
            foreach (var character in Value)
            {
                if (end != '\0')
                {
                    end = character == end ? '\0' : end;
                    continue;
                }

                end = character switch { '<' => '>', '&' => ';', _ => '\0' };
                count += character == '<' ? 0 : 1;
            }

            return count;
        }
    }
}
