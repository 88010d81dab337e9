using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>What the lines of a file add up to, and everything that is wrong with them.</summary>
internal abstract class ImportContent
{
    private readonly List<RegionImportError> _errors = [];

    public IReadOnlyList<RegionImportError> Errors => _errors;

    public bool IsFull => _errors.Count >= RegionImporter.ErrorLimit;

    public void Fail(int line, LocalizedText message) => Report(new(line, ImportMessages.At(line, message)));

    public void Fail(LocalizedText message) => Report(new(null, message));

    /// <summary>What can be seen only when all lines are read.</summary>
    public abstract void Check(RegionSnapshot register);

    private void Report(RegionImportError error)
    {
        if (_errors.Count < RegionImporter.ErrorLimit)
        {
            _errors.Add(_errors.Count == RegionImporter.ErrorLimit - 1 ? new(error.Line, ImportMessages.MoreErrors) : error);
        }
    }
}
